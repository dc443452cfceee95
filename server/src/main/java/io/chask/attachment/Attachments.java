package io.chask.attachment;

import io.chask.attachment.FileStorage.Incoming;
import io.chask.attachment.UploadResult.Disabled;
import io.chask.attachment.UploadResult.Empty;
import io.chask.attachment.UploadResult.StorageFull;
import io.chask.attachment.UploadResult.Stored;
import io.chask.attachment.UploadResult.TooLarge;
import io.chask.attachment.UploadResult.TypeMismatch;
import io.chask.attachment.UploadResult.TypeNotAllowed;
import io.chask.config.AttachmentConfig;
import io.chask.database.Database;
import io.chask.organization.AttachmentPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door to files: takes them in, hands them to messages, opens them. All methods block.
public final class Attachments {

    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);
    private static final int BUFFER = 64 * 1024;

    private final AttachmentTable table;
    private final FileStorage storage;
    private final AttachmentConfig config;
    private final Supplier<UUID> ids;
    private final Sniffer sniffer = new Sniffer();

    /// Files in this database and storage.
    ///
    /// @param config the operator's limits; they stand above every organization's policy
    /// @param ids    random, for new files
    public Attachments(Database database, FileStorage storage, AttachmentConfig config, Supplier<UUID> ids) {
        this.table = new AttachmentTable(database);
        this.storage = storage;
        this.config = config;
        this.ids = ids;
    }

    /// Takes a file in: streamed to disk, told by its bytes, flushed, renamed, and only then written into the database.
    ///
    /// @throws IOException when the uploader goes away or the disk fails; nothing stays
    public UploadResult store(Upload upload, AttachmentPolicy policy) throws IOException {
        if (!config.enabled() || !policy.enabled()) {
            return new Disabled();
        }
        var id = ids.get();
        try (var incoming = NoRoom.needing(() -> storage.begin(upload.organization(), id))) {
            long limit = Math.min(config.maxSize(), policy.maxSize());
            long size = copy(upload.content(), incoming.output(), limit);
            if (size == 0) {
                return new Empty();
            }
            if (size > limit) {
                return new TooLarge(limit);
            }
            return examine(new Received(upload, id, size), incoming, policy);
        } catch (NoRoom full) {
            LOG.warn("a file could not be kept", full);
            return new StorageFull();
        }
    }

    private UploadResult examine(Received received, Incoming incoming, AttachmentPolicy policy) throws IOException {
        var upload = received.upload();
        var name = FileName.clean(upload.name());
        String found;
        try (var written = incoming.written()) {
            found = sniffer.typeOf(written, name);
        }
        var declared = sniffer.declaredType(upload.declaredType(), name);
        if (!FileTypes.accepted(policy, found)) {
            boolean lying = FileTypes.accepted(policy, declared) && !declared.equals(found);
            return lying ? new TypeMismatch(declared, found) : new TypeNotAllowed(found);
        }
        boolean inline = FileTypes.showable(found) && declared.equals(found);
        return keep(received, incoming, new Kind(name, declared, found, inline));
    }

    private Stored keep(Received received, Incoming incoming, Kind kind) throws IOException {
        var upload = received.upload();
        Optional<ImageSize> pixels;
        try (var written = incoming.written()) {
            pixels = ImageSize.read(written, kind.found());
        }
        var file = new StoredFile(
                upload.organization(),
                received.id(),
                kind.name(),
                kind.found(),
                received.size(),
                kind.inline(),
                pixels.map(ImageSize::width).orElse(null),
                pixels.map(ImageSize::height).orElse(null));
        NoRoom.needing(() -> {
            incoming.keep();
            return file;
        });
        record(file, upload.uploader(), kind.declared());
        return new Stored(file);
    }

    private void record(StoredFile file, Uploader uploader, String declaredType) throws IOException {
        boolean recorded = false;
        try {
            table.insert(file, uploader, declaredType);
            recorded = true;
        } finally {
            if (!recorded) {
                storage.delete(file.organization(), file.id());
            }
        }
    }

    /// Gives files to a message of their uploader, in the order of the ids. Empty unless all of them are his and belong
    /// to
    /// no other message. Said again for the same message, it answers the same.
    public Optional<List<StoredFile>> claim(UUID organization, Uploader uploader, UUID message, List<UUID> ids) {
        var distinct = List.copyOf(new LinkedHashSet<>(ids));
        Map<UUID, StoredFile> files = new HashMap<>();
        table.claim(organization, uploader, message, distinct).forEach(file -> files.put(file.id(), file));
        if (files.size() != distinct.size()) {
            return Optional.empty();
        }
        return Optional.of(distinct.stream().map(files::get).toList());
    }

    /// What is known of a file.
    public Optional<StoredFile> find(UUID organization, UUID id) {
        return table.find(organization, id);
    }

    /// Opens the bytes of a file.
    public SeekableByteChannel open(StoredFile file) throws IOException {
        return storage.open(file.organization(), file.id());
    }

    /// Bytes copied; stops right after the limit.
    private static long copy(InputStream from, OutputStream to, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = from.read(buffer); read >= 0 && size <= limit; read = from.read(buffer)) {
            size += write(to, buffer, read);
        }
        return size;
    }

    private static int write(OutputStream to, byte[] buffer, int length) throws IOException {
        return NoRoom.needing(() -> {
            to.write(buffer, 0, length);
            return length;
        });
    }

    private record Received(Upload upload, UUID id, long size) {}

    private record Kind(String name, String declared, String found, boolean inline) {}
}
