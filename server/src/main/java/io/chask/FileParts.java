package io.chask;

import io.chask.attachment.AttachmentParts;
import io.chask.attachment.Attachments;
import io.chask.attachment.Clamd;
import io.chask.attachment.Sweeper;
import io.chask.attachment.Thumbnails;
import io.chask.attachment.VirusScanner;
import io.chask.config.Configuration;
import io.chask.storage.DiskStorage;
import io.chask.storage.FileStorage;
import io.chask.storage.S3Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/// What takes files in, keeps them and removes what nobody sends.
record FileParts(Attachments attachments, AttachmentParts parts) implements AutoCloseable {

    /// What a small picture may take at most: whoever sends one waits for it.
    static final Duration THUMBNAIL = Duration.ofSeconds(5);

    /// @param thumbnail what a small picture may take
    static FileParts start(Foundation foundation, Configuration configuration, Duration thumbnail, Clock clock)
            throws IOException {
        var config = configuration.attachments();
        var storage = storage(configuration, clock);
        var sweeper = new Sweeper(foundation.application(), foundation.watcher(), storage);
        var scanner = config.scan() == null ? VirusScanner.NONE : new Clamd(config.scan());
        var parts = new AttachmentParts(storage, scanner, new Thumbnails(thumbnail), sweeper);
        var attachments = new Attachments(foundation.application(), parts, config, UUID::randomUUID, clock);
        sweeper.start(clock);
        return new FileParts(attachments, parts);
    }

    private static FileStorage storage(Configuration configuration, Clock clock) throws IOException {
        Path folder = configuration.data().resolve("attachments");
        var s3 = configuration.attachments().s3();
        return s3 == null ? new DiskStorage(folder) : new S3Storage(s3, folder.resolve("incoming"), clock);
    }

    @Override
    public void close() {
        parts.sweeper().close();
        parts.thumbnails().close();
        if (parts.storage() instanceof S3Storage store) {
            store.close();
        }
    }
}
