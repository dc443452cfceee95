package io.chask.cli;

import io.chask.attachment.Clamd;
import io.chask.config.Configuration;
import io.chask.config.ScanConfig;
import io.chask.storage.S3Storage;
import io.chask.storage.StorageProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Looks at what files need besides the disk: the store elsewhere and the virus scanner, where they are set.
final class StoreCheck {

    private StoreCheck() {}

    static List<Finding> look(Configuration configuration) {
        List<Finding> findings = new ArrayList<>();
        var attachments = configuration.attachments();
        if (attachments.s3() != null) {
            findings.add(store(configuration));
        }
        if (attachments.scan() != null) {
            findings.add(scanner(attachments.scan()));
        }
        return findings;
    }

    private static Finding store(Configuration configuration) {
        var s3 = configuration.attachments().s3();
        if (s3 == null) {
            return Finding.fine("File store", "the data folder");
        }
        var says = s3.endpoint() + ", bucket " + s3.bucket();
        try (var store = new S3Storage(s3, folder(), Clock.systemUTC())) {
            StorageProbe.run(store);
            return Finding.fine("File store", says + ": written, read and deleted");
        } catch (IOException e) {
            return Finding.problem(
                    "File store",
                    says + ": " + e.getMessage(),
                    "Check attachments.s3.*: the address, the bucket, and a key that may read, write and delete in it.");
        }
    }

    private static Finding scanner(ScanConfig config) {
        try {
            var file = Files.writeString(folder().resolve("probe"), "probe");
            try {
                var required = new ScanConfig(config.address(), true, config.timeout());
                return switch (new Clamd(required).scan(file)) {
                    case CLEAN -> Finding.fine("Virus scanner", config.address() + " answers");
                    case INFECTED, TOO_LARGE, UNAVAILABLE ->
                        Finding.problem(
                                "Virus scanner",
                                config.address() + " does not answer",
                                config.required()
                                        ? "Files are refused until it does: start clamd, or check attachments.clamd."
                                        : "Files are taken unscanned until it does: start clamd, or check attachments.clamd.");
                };
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            return Finding.problem("Virus scanner", "not asked: " + e.getMessage(), "See whether the disk is full.");
        }
    }

    // Never the server's own: it may be receiving files right now.
    private static Path folder() throws IOException {
        var folder = Files.createTempDirectory("chask-doctor-");
        folder.toFile().deleteOnExit();
        return folder;
    }
}
