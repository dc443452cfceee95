package io.chask.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;

/// Makes the cluster of an embedded PostgreSQL, and writes its settings before each start.
final class ClusterInitializer {

    private static final long MEBIBYTE = 1 << 20;
    private static final String SETTINGS_FILE = "chask.conf";

    private ClusterInitializer() {}

    /// Makes a new cluster beside its place and renames it: a crash in between leaves nothing that looks finished.
    static void create(ClusterFolder folder, PostgresCommand command) {
        try {
            folder.choosePasswords(new SecureRandom());
            Path partly = folder.path("cluster.partly");
            delete(partly);
            Path password = Files.createTempFile(
                    "chask", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(password, folder.superuserPassword() + "\n");
                command.run("initdb", arguments(partly, password));
            } finally {
                Files.delete(password);
            }
            Files.writeString(
                    partly.resolve("postgresql.conf"),
                    "\ninclude '" + SETTINGS_FILE + "'\n",
                    StandardOpenOption.APPEND);
            Files.move(partly, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("making a PostgreSQL cluster in " + folder.cluster(), e);
        }
    }

    private static List<String> arguments(Path cluster, Path password) {
        return List.of(
                "--pgdata=" + cluster,
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions");
    }

    /// Writes what this version wants; `ALTER SYSTEM` still wins over it.
    static void writeSettings(ClusterFolder folder) {
        try {
            Files.writeString(folder.cluster().resolve(SETTINGS_FILE), """
                    # Written at each start. Use ALTER SYSTEM for your own settings.
                    listen_addresses = '127.0.0.1'
                    port = %d
                    unix_socket_directories = ''
                    max_connections = 100
                    password_encryption = 'scram-sha-256'
                    fsync = on
                    synchronous_commit = on
                    full_page_writes = on
                    shared_buffers = %dMB
                    max_wal_size = 2GB
                    checkpoint_timeout = 15min
                    autovacuum_naptime = 15s
                    log_timezone = 'UTC'
                    timezone = 'UTC'
                    log_checkpoints = off
                    # Texts of visitors must not reach the log, neither by a statement nor by the detail of an error.
                    log_min_error_statement = panic
                    log_error_verbosity = terse
                    """.formatted(folder.port(), sharedBuffers()));
        } catch (IOException e) {
            throw new UncheckedIOException("writing PostgreSQL's settings in " + folder.cluster(), e);
        }
    }

    private static long sharedBuffers() {
        long memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : 0;
        return Math.clamp(memory / 16 / MEBIBYTE, 128, 1024);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
