package io.chask.attachment;

import io.chask.attachment.UploadResult.Empty;
import io.chask.attachment.UploadResult.StorageFull;
import io.chask.attachment.UploadResult.Stored;
import io.chask.attachment.UploadResult.TypeMismatch;
import io.chask.attachment.UploadResult.TypeNotAllowed;
import io.chask.config.AttachmentConfig;
import io.chask.database.Database;
import io.chask.organization.AttachmentPolicy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    private final AttachmentTable table;
    private final FileStorage storage;
    private final AttachmentConfig config;
    private final Supplier<UUID> ids;
    private final Sniffer sniffer = new Sniffer();

    /// Files in this database and storage.
    ///
    /// @param config the operator's limits; they stand above every organization's policy
    /// @param ids random, for new files
    public Attachments(Database database, FileStorage storage, AttachmentConfig config, Supplier<UUID> ids) {
        this.table = new AttachmentTable(database);
        this.storage = storage;
        this.config = config;
        this.ids = ids;
    }

    /// What an organization's policy amounts to under the operator's limits.
    public AttachmentPolicy effective(AttachmentPolicy policy) {
        return new AttachmentPolicy(
                config.enabled() && policy.enabled(),
                Math.min(config.maxSize(), policy.maxSize()),
                policy.maxCount(),
                policy.accept());
    }

    /// The folder to receive files in; what is not stored afterwards must be deleted by who received it.
    public Path incoming() throws IOException {
        return storage.incoming();
    }

    /// Keeps a received file: told by its bytes, flushed, renamed, and only then written into the database. The
    /// received
    /// file is gone afterwards, whatever the result.
    public UploadResult store(Upload upload, AttachmentPolicy policy) throws IOException {
        try {
            if (upload.size() == 0) {
                return new Empty();
            }
            var name = FileName.clean(upload.name());
            var found = found(upload.file(), name);
            var declared = sniffer.declaredType(upload.declaredType(), name);
            if (!FileTypes.accepted(policy, found)) {
                boolean lying = FileTypes.accepted(policy, declared) && !declared.equals(found);
                return lying ? new TypeMismatch(declared, found) : new TypeNotAllowed(found);
            }
            if (!declared.equals(Sniffer.UNKNOWN) && !FileTypes.accepted(policy, declared)) {
                return new TypeNotAllowed(declared);
            }
            return keep(upload, new Kind(name, declared, found));
        } finally {
            Files.deleteIfExists(upload.file());
        }
    }

    private String found(Path received, String name) throws IOException {
        try (var content = FileChannel.open(received, StandardOpenOption.READ)) {
            return sniffer.typeOf(content, name);
        }
    }

    private UploadResult keep(Upload upload, Kind kind) throws IOException {
        var file = describe(upload, kind);
        try {
            storage.keep(upload.file(), file.organization(), file.id());
        } catch (IOException full) {
            LOG.warn("a file could not be kept", full);
            return new StorageFull();
        }
        boolean recorded = false;
        try {
            table.insert(file, upload.uploader(), kind.declared());
            recorded = true;
            return new Stored(file);
        } finally {
            if (!recorded) {
                storage.delete(file.organization(), file.id());
            }
        }
    }

    private StoredFile describe(Upload upload, Kind kind) throws IOException {
        Optional<ImageSize> pixels;
        try (var content = FileChannel.open(upload.file(), StandardOpenOption.READ)) {
            pixels = ImageSize.read(content, kind.found());
        }
        return new StoredFile(
                upload.organization(),
                ids.get(),
                kind.name(),
                kind.found(),
                upload.size(),
                FileTypes.showable(kind.found()) && kind.declared().equals(kind.found()),
                pixels.map(ImageSize::width).orElse(null),
                pixels.map(ImageSize::height).orElse(null));
    }

    /// Gives files to a message of their uploader, in the order of the ids. Empty unless all of them are his and belong
    /// to no other message. Said again for the same message, it answers the same.
    public Optional<List<StoredFile>> claim(UUID organization, Uploader uploader, UUID message, List<UUID> ids) {
        var distinct = List.copyOf(new LinkedHashSet<>(ids));
        Map<UUID, StoredFile> files = new HashMap<>();
        table.claim(organization, uploader, message, distinct).forEach(file -> files.put(file.id(), file));
        if (files.size() != distinct.size()) {
            return Optional.empty();
        }
        return Optional.of(distinct.stream()
                .flatMap(id -> Optional.ofNullable(files.get(id)).stream())
                .toList());
    }

    /// What is known of a file.
    public Optional<StoredFile> find(UUID organization, UUID id) {
        return table.find(organization, id);
    }

    /// Where the bytes of a file are; empty when the storage has lost them.
    public Optional<Path> content(StoredFile file) {
        return storage.find(file.organization(), file.id());
    }

    private record Kind(String name, String declared, String found) {}
}
