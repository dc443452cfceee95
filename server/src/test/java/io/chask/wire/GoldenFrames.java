package io.chask.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The example frames of `wire/frames`, which both languages' tests read.
public final class GoldenFrames {
    private static final JsonMapper JSON = JsonMapper.shared();

    private GoldenFrames() {}

    /// A file and what stands in it.
    public record Golden(String name, JsonNode json) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// All frames of `client`, `server` or `invalid`.
    public static List<Golden> of(String folder) {
        try (var files = Files.list(Path.of("../wire/frames", folder))) {
            return files.sorted()
                    .map(file -> new Golden(file.getFileName().toString(), read(file)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode read(Path file) {
        return JSON.readTree(file.toFile());
    }
}
