package io.chask.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs that travel with the server, unpacked once into a folder.
final class PostgresBinaries {

    private static final int OWNER_EXECUTE = 0100;

    private PostgresBinaries() {}

    /// The folder with `postgres`, `initdb` and `pg_ctl`. Unpacks beside it and renames, so a half-unpacked one is
    /// never taken, and who comes second while another unpacks takes what that one has put there.
    ///
    /// @param folder holds nothing else
    static Path unpackedIn(Path folder) {
        Path done = folder.resolve("postgres-18");
        if (!Files.isDirectory(done)) {
            try {
                Files.createDirectories(folder);
                Path partly = Files.createTempDirectory(folder, "unpacking-");
                unpack(partly);
                putInPlace(partly, done);
            } catch (IOException e) {
                throw new UncheckedIOException("unpacking PostgreSQL into " + folder, e);
            }
        }
        return done.resolve("bin");
    }

    private static void putInPlace(Path partly, Path done) throws IOException {
        try {
            Files.move(partly, done, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            delete(partly);
            if (!Files.isDirectory(done)) {
                throw e;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void unpack(Path target) throws IOException {
        String name = "/postgres-" + system() + "-" + architecture() + ".txz";
        try (InputStream resource = PostgresBinaries.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("this build carries no PostgreSQL for this machine (" + name
                        + "); use an own server by --database-url");
            }
            var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target);
            }
        }
    }

    private static void write(InputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(path, permissions((entry.getMode() & OWNER_EXECUTE) != 0));
    }

    private static Set<PosixFilePermission> permissions(boolean executable) {
        return PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
    }

    private static String system() {
        return System.getProperty("os.name", "").startsWith("Mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch", "")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
    }
}
