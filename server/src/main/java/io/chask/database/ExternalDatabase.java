package io.chask.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// An own PostgreSQL, and the note in the data folder that lets commands find it. The note holds the password and is
/// readable by its owner
/// only.
final class ExternalDatabase {

    private final Path note;

    ExternalDatabase(Path dataFolder) {
        this.note = dataFolder.resolve("database.properties");
    }

    /// Reads `postgresql://user:password@host:port/database?parameters`, also with `postgres:` or `jdbc:` before it.
    /// User and password may
    /// stand among the parameters; all others are passed to the driver.
    ///
    /// @throws UnsuitableDatabase when it is no such address or names no user
    static ConnectionDetails parse(String address) {
        URI uri = uri(address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address);
        List<String> parameters = new ArrayList<>();
        String user = part(uri.getRawUserInfo(), 0);
        String password = part(uri.getRawUserInfo(), 1);
        for (String parameter : uri.getRawQuery() == null
                ? List.<String>of()
                : List.of(uri.getRawQuery().split("&"))) {
            if (parameter.startsWith("user=")) {
                user = decoded(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decoded(parameter.substring("password=".length()));
            } else {
                parameters.add(parameter);
            }
        }
        if (user.isEmpty()) {
            throw new UnsuitableDatabase("the database address names no user");
        }
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        return new ConnectionDetails(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query, user, password);
    }

    private static URI uri(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            boolean known = scheme.equals("postgresql") || scheme.equals("postgres");
            if (known && uri.getHost() != null && uri.getRawPath().length() > 1) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Its message would repeat the address, which holds a password.
        }
        throw new UnsuitableDatabase(
                "the database address must look like postgresql://user:password@host:5432/database");
    }

    private static String part(@org.jspecify.annotations.Nullable String userInfo, int index) {
        if (userInfo == null) {
            return "";
        }
        String[] parts = userInfo.split(":", 2);
        return parts.length > index ? decoded(parts[index]) : "";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    void remember(ConnectionDetails details) {
        Properties properties = new Properties();
        properties.setProperty("url", details.url());
        properties.setProperty("user", details.user());
        properties.setProperty("password", details.password());
        try {
            Path folder = Files.createDirectories(note.toAbsolutePath().getParent());
            Path next = Files.createTempFile(
                    folder,
                    "database",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(next)) {
                properties.store(out, "The database the server used last. Keep secret.");
            }
            Files.move(next, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + note, e);
        }
    }

    Optional<ConnectionDetails> remembered() {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(note)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + note, e);
        }
        return Optional.of(new ConnectionDetails(
                properties.getProperty("url", ""),
                properties.getProperty("user", ""),
                properties.getProperty("password", "")));
    }

    void forget() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new UncheckedIOException("deleting " + note, e);
        }
    }
}
