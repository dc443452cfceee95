package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// S16: secrets are looked up by their hash or compared by `MessageDigest.isEqual`, never sign by sign. Reads the
/// source:
/// what is named like a secret must not stand beside `equals`, `==` of bytes, or `Arrays.equals`.
final class SecretComparisonTest {

    private static final String NAMES =
            "(?:\\w*(?:[sS]ecret|[tT]oken|[pP]assword|[sS]ignature|[mM]ac|[hH]ash))(?:\\(\\))?";
    private static final Pattern COMPARED = Pattern.compile("\\b" + NAMES
            + "\\.(?:equals|contentEquals|equalsIgnoreCase)\\(|\\.equals\\(" + NAMES + "\\)|Arrays\\.equals\\(");

    /// Lines that compare what is named like a secret but is none, each with its reason.
    private static final List<String> REVIEWED = List.of(
            // The chain of the audit log: its hashes are shown to admins.
            "line.hash().equals(Chain.hash(last.hash(), line))",
            "line.hash().equals(kept.hash())",
            // The end of an answer's head.
            "Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length)");

    @Test
    void s16NoSecretIsComparedSignBySign() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var found = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> lines(file).stream()
                            .filter(line -> COMPARED.matcher(line).find())
                            .filter(line -> REVIEWED.stream().noneMatch(line::contains))
                            .map(line -> file.getFileName() + ": " + line.strip()))
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSearchFindsWhatItIsThereToFind() {
        for (var line : List.of(
                "if (token.equals(other)) {",
                "given.equals(expectedSignature)",
                "Arrays.equals(hash, other)",
                "metricsToken.equals(x)",
                "password().equals(y)")) {
            assertThat(COMPARED.matcher(line).find()).as(line).isTrue();
        }
    }
}
