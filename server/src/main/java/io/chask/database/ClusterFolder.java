package io.chask.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// The embedded PostgreSQL's place below the data folder: its files, its passwords (readable by the owner only) and
/// its port, which stays
/// the same from start to start.
final class ClusterFolder {

    private static final int PASSWORD_BYTES = 24;
    private static final int STATUS_LINE = 7;

    private final Path folder;
    private final Properties access = new Properties();

    /// Reads the folder, or makes it.
    ClusterFolder(Path dataFolder) {
        this.folder = dataFolder.toAbsolutePath().normalize().resolve("postgres");
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            if (Files.exists(accessFile())) {
                try (var in = Files.newBufferedReader(accessFile())) {
                    access.load(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + folder, e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    private Path accessFile() {
        return folder.resolve("access.properties");
    }

    boolean initialized() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    String superuserPassword() {
        return access.getProperty("superuser-password", "");
    }

    String ownerPassword() {
        return access.getProperty("owner-password", "");
    }

    int port() {
        return Integer.parseInt(access.getProperty("port", "0"));
    }

    /// New passwords, before the cluster is made with them.
    void choosePasswords(SecureRandom random) {
        for (String name : List.of("superuser-password", "owner-password")) {
            byte[] bytes = new byte[PASSWORD_BYTES];
            random.nextBytes(bytes);
            access.setProperty(name, HexFormat.of().formatHex(bytes));
        }
        save();
    }

    /// Keeps the port if it is free, else takes a free one and keeps that.
    void choosePort() {
        if (port() != 0 && free(port())) {
            return;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            access.setProperty("port", String.valueOf(socket.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException("looking for a free port", e);
        }
        save();
    }

    /// The process that serves this cluster, if it is alive. A pid file left by a crash may name a process that is
    /// something else by now.
    Optional<ProcessHandle> postmaster() {
        return pidFile()
                .flatMap(lines ->
                        ProcessHandle.of(Long.parseLong(lines.getFirst().strip())))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(path -> path.endsWith("postgres"))
                        .orElse(false));
    }

    /// Whether the process of the pid file accepts connections, by its own word.
    boolean ready() {
        return pidFile()
                .filter(lines -> lines.size() > STATUS_LINE)
                .filter(lines -> lines.get(STATUS_LINE).strip().equals("ready"))
                .isPresent();
    }

    private Optional<List<String>> pidFile() {
        try {
            List<String> lines = Files.readAllLines(cluster().resolve("postmaster.pid"), StandardCharsets.UTF_8);
            return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void save() {
        try {
            Path next = Files.createTempFile(
                    folder,
                    "access",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(next)) {
                access.store(out, "How this server reaches its own PostgreSQL. Keep secret.");
            }
            Files.move(next, accessFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + accessFile(), e);
        }
    }
}
