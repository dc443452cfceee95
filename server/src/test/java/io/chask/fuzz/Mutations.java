package io.chask.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Broken copies of the inputs of a folder: the same ones in each run. `./chask test --long` searches on from the same
/// folder by what the code has covered (Jazzer); an input that it finds to crash something is kept there, and from then
/// on every run tries it.
public final class Mutations {

    private static final Path ROOT = Path.of("src", "test", "resources", "io", "chask");
    private static final long SEED = 20_261_125;
    private static final List<byte[]> PIECES = List.of(
            new byte[] {0},
            new byte[] {-1},
            new byte[] {-1, -1, -1, -1},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            text("\"\\ud800\""),
            text("9223372036854775808"),
            text("[[[[[["),
            text("%2e%2e"),
            text("\r\n"));

    private final List<byte[]> seeds;
    private final Random random = new Random(SEED);

    private Mutations(List<byte[]> seeds) {
        this.seeds = seeds;
    }

    /// What reads bytes. Throws what it must never throw.
    @FunctionalInterface
    public interface Target {
        void read(byte[] bytes) throws Exception;
    }

    /// Broken copies of the inputs in this folder.
    ///
    /// @param folder such as `wire/FrameFuzzingInputs/frames`
    public static Mutations of(String folder) {
        try (var files = Files.list(ROOT.resolve(folder))) {
            List<byte[]> seeds = new ArrayList<>();
            for (var file : files.sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
            return new Mutations(seeds);
        } catch (IOException e) {
            throw new UncheckedIOException(folder, e);
        }
    }

    /// The inputs themselves, then so many broken copies.
    ///
    /// @throws AssertionError that shows the input, when the target throws
    public void run(int times, Target target) {
        seeds.forEach(seed -> read(seed, target));
        for (int time = 0; time < times; time++) {
            read(broken(), target);
        }
    }

    private static void read(byte[] bytes, Target target) {
        try {
            target.read(bytes);
        } catch (Exception | StackOverflowError | OutOfMemoryError failure) {
            throw new AssertionError(
                    "reading " + new String(bytes, StandardCharsets.ISO_8859_1) + " " + Arrays.toString(bytes),
                    failure);
        }
    }

    private byte[] broken() {
        var bytes = any(seeds).clone();
        for (int change = random.nextInt(6); change >= 0; change--) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        int to = bytes.length == 0 ? 0 : at + random.nextInt(Math.min(64, bytes.length - at) + 1);
        return switch (random.nextInt(6)) {
            case 0 -> joined(bytes, at, any(PIECES), at);
            case 1 -> joined(bytes, at, any(PIECES), to);
            case 2 -> joined(bytes, at, new byte[0], to);
            case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, to), at);
            case 4 -> Arrays.copyOf(bytes, at);
            default -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, Math.min(bytes.length, at + 1));
        };
    }

    /// The bytes before `at`, these, and the bytes from `from`.
    private static byte[] joined(byte[] bytes, int at, byte[] between, int from) {
        var all = Arrays.copyOf(bytes, at + between.length + bytes.length - from);
        System.arraycopy(between, 0, all, at, between.length);
        System.arraycopy(bytes, from, all, at + between.length, bytes.length - from);
        return all;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
