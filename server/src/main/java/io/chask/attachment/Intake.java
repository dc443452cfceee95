package io.chask.attachment;

import io.chask.attachment.UploadResult.Empty;
import io.chask.attachment.UploadResult.Infected;
import io.chask.attachment.UploadResult.QuotaReached;
import io.chask.attachment.UploadResult.ScanUnavailable;
import io.chask.attachment.UploadResult.StorageFull;
import io.chask.attachment.UploadResult.StorageUnavailable;
import io.chask.attachment.UploadResult.Stored;
import io.chask.attachment.UploadResult.TooLargeToScan;
import io.chask.organization.AttachmentPolicy;
import io.chask.storage.FileKey;
import io.chask.storage.StoreUnreachable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a received file in: told by its bytes, scanned, written into the database, stored, confirmed. The row comes
/// before the bytes, so that whatever is cut off in between can be found and removed.
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final AttachmentTable table;
    private final AttachmentParts parts;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Sniffer sniffer = new Sniffer();

    Intake(AttachmentTable table, AttachmentParts parts, Supplier<UUID> ids, Clock clock) {
        this.table = table;
        this.parts = parts;
        this.ids = ids;
        this.clock = clock;
    }

    UploadResult store(Upload upload, AttachmentPolicy policy) throws IOException {
        try {
            return take(upload, policy);
        } finally {
            Files.deleteIfExists(upload.file());
        }
    }

    private UploadResult take(Upload upload, AttachmentPolicy policy) throws IOException {
        if (upload.size() == 0) {
            return new Empty();
        }
        var kind = Kind.of(upload, sniffer);
        var refusal = kind.refusal(policy).or(() -> danger(upload));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var file = describe(upload, kind);
        var thumbnail =
                file.inline() ? parts.thumbnails().make(upload.file(), file.mimeType()) : Optional.<Path>empty();
        try {
            long quota = policy.quota() == 0 ? Long.MAX_VALUE : policy.quota();
            if (!table.reserve(file, upload.uploader(), kind.declared(), quota)) {
                return new QuotaReached(policy.quota());
            }
            return keep(upload, file, thumbnail);
        } finally {
            if (thumbnail.isPresent()) {
                Files.deleteIfExists(thumbnail.get());
            }
        }
    }

    private Optional<UploadResult> danger(Upload upload) {
        return switch (parts.scanner().scan(upload.file())) {
            case CLEAN -> Optional.empty();
            case INFECTED -> {
                table.tellInfected(upload, clock.instant());
                yield Optional.of(new Infected());
            }
            case TOO_LARGE -> Optional.of(new TooLargeToScan());
            case UNAVAILABLE -> Optional.of(new ScanUnavailable());
        };
    }

    private UploadResult keep(Upload upload, StoredFile file, Optional<Path> thumbnail) {
        boolean kept = false;
        try {
            parts.storage().keep(upload.file(), FileKey.file(file.organization(), file.id()));
            boolean pictured = thumbnail.isPresent() && keepThumbnail(thumbnail.get(), file);
            table.confirm(file, pictured);
            kept = true;
            return new Stored(file.withThumbnail(pictured));
        } catch (StoreUnreachable silent) {
            LOG.warn("a file could not be kept", silent);
            return new StorageUnavailable();
        } catch (IOException full) {
            LOG.warn("a file could not be kept", full);
            return new StorageFull();
        } finally {
            if (!kept) {
                parts.sweeper().discard(file);
            }
        }
    }

    private boolean keepThumbnail(Path thumbnail, StoredFile file) {
        try {
            parts.storage().keep(thumbnail, FileKey.thumbnail(file.organization(), file.id()));
            return true;
        } catch (IOException failure) {
            LOG.warn("a small picture could not be kept; the file goes without", failure);
            return false;
        }
    }

    private StoredFile describe(Upload upload, Kind kind) throws IOException {
        Optional<ImageSize> pixels;
        try (var content = FileChannel.open(upload.file(), StandardOpenOption.READ)) {
            pixels = ImageSize.read(content, kind.found());
            if (pixels.isPresent() && Orientation.read(content, kind.found()).sideways()) {
                pixels = pixels.map(ImageSize::turned);
            }
        }
        return new StoredFile(
                upload.organization(),
                ids.get(),
                kind.name(),
                kind.found(),
                upload.size(),
                kind.inline(pixels),
                pixels.map(ImageSize::width).orElse(null),
                pixels.map(ImageSize::height).orElse(null),
                false);
    }
}
