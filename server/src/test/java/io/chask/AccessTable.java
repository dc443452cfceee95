package io.chask;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The reviewed table of `wire/access.md`: what each role is answered.
record AccessTable(List<Row> requests, List<Row> frames) {

    private static final Path FILE = Path.of("..", "wire", "access.md");

    /// One line of the table.
    ///
    /// @param name  `GET /v1/conversations` or `frame send`
    /// @param cells the answer for each role
    record Row(String name, Map<AccessRole, String> cells) {

        String line() {
            return "| `" + name + "` | " + String.join(" | ", cells.values()) + " |";
        }
    }

    static AccessTable read() {
        List<Row> requests = new ArrayList<>();
        List<Row> frames = new ArrayList<>();
        List<AccessRole> roles = List.of();
        for (var line : lines()) {
            if (!line.startsWith("| ")) {
                continue;
            }
            var parts = List.of(line.substring(2, line.lastIndexOf('|')).split("\\|", -1)).stream()
                    .map(String::strip)
                    .toList();
            if (!parts.getFirst().startsWith("`")) {
                roles = parts.stream().skip(1).map(AccessRole::of).toList();
                continue;
            }
            var row = row(parts, roles);
            (row.name().startsWith("frame ") ? frames : requests).add(row);
        }
        return new AccessTable(requests, frames);
    }

    private static Row row(List<String> parts, List<AccessRole> roles) {
        if (parts.size() != roles.size() + 1) {
            throw new AssertionError("wire/access.md: a cell for each role, please: " + parts);
        }
        Map<AccessRole, String> cells = new EnumMap<>(AccessRole.class);
        for (int at = 0; at < roles.size(); at++) {
            cells.put(roles.get(at), parts.get(at + 1));
        }
        return new Row(parts.getFirst().replace("`", ""), cells);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
