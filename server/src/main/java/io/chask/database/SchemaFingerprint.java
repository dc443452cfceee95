package io.chask.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/// Which migrations a database has been through, in one line that stands as the comment of Flyway's own table. A start
/// that finds the line of its own migrations has nothing to migrate, and need not wait for Flyway to find that out.
final class SchemaFingerprint {

    private static final String FOLDER = "db/migration/";
    private static final String STANDING =
            "select obj_description(to_regclass('flyway_schema_history'), 'pg_class') = ?";

    private SchemaFingerprint() {}

    /// Whether exactly these migrations have been run.
    static boolean isCurrent(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STANDING)) {
            statement.setString(1, ofThisVersion());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /// To be called when all migrations have been run.
    static void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("comment on table flyway_schema_history is '" + ofThisVersion() + "'");
        }
    }

    /// Names and checksums of all migrations; letters, digits and signs that need no quoting.
    static String ofThisVersion() {
        URL folder = Objects.requireNonNull(SchemaFingerprint.class.getResource("/" + FOLDER), FOLDER);
        try {
            List<String> files = folder.openConnection() instanceof JarURLConnection jar
                    ? inJar(jar)
                    : inFolder(Path.of(URI.create(folder.toString())));
            return files.stream().sorted().collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + folder, e);
        }
    }

    private static List<String> inJar(JarURLConnection connection) throws IOException {
        return connection.getJarFile().stream()
                .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                .map(entry -> line(entry.getName().substring(FOLDER.length()), entry.getCrc()))
                .toList();
    }

    private static List<String> inFolder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> line(file.getFileName().toString(), checksum(file)))
                    .toList();
        }
    }

    private static long checksum(Path file) {
        var checksum = new CRC32();
        try {
            checksum.update(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
        return checksum.getValue();
    }

    private static String line(String file, long checksum) {
        return "%s:%08x".formatted(file.replaceAll("[^A-Za-z0-9_.]", ""), checksum);
    }
}
