package io.chask.attachment;

import io.chask.config.AttachmentConfig;
import io.chask.database.Database;
import io.chask.organization.AttachmentPolicy;
import io.chask.storage.FileKey;
import io.chask.storage.FileStorage;
import io.chask.storage.KeptFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The door to files: takes them in, hands them to messages, opens them. All methods block.
public final class Attachments {

    private final AttachmentTable table;
    private final FileStorage storage;
    private final AttachmentConfig config;
    private final Intake intake;

    /// Files in this database.
    ///
    /// @param config the operator's limits; they stand above every organization's policy
    /// @param ids random, for new files
    public Attachments(
            Database database, AttachmentParts parts, AttachmentConfig config, Supplier<UUID> ids, Clock clock) {
        this.table = new AttachmentTable(database);
        this.storage = parts.storage();
        this.config = config;
        this.intake = new Intake(table, parts, ids, clock);
    }

    /// What an organization's policy amounts to under the operator's limits.
    public AttachmentPolicy effective(AttachmentPolicy policy) {
        return new AttachmentPolicy(
                config.enabled() && policy.enabled(),
                Math.min(config.maxSize(), policy.maxSize()),
                policy.maxCount(),
                policy.accept(),
                smaller(config.quota(), policy.quota()));
    }

    /// 0 stands for no limit.
    private static long smaller(long one, long other) {
        return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
    }

    /// What the operator allows at most.
    public AttachmentConfig limits() {
        return config;
    }

    /// The folder to receive files in; what is not stored afterwards must be deleted by who received it.
    public Path incoming() throws IOException {
        return storage.incoming();
    }

    /// Keeps a received file. It is gone from where it was received afterwards, whatever the result.
    ///
    /// @param policy as [#effective] gives it
    public UploadResult store(Upload upload, AttachmentPolicy policy) throws IOException {
        return intake.store(upload, policy);
    }

    /// Gives files to a message of their uploader, in the order of the ids. Empty unless all of them are his and belong
    /// to no other message. Said again for the same message, it answers the same.
    public Optional<List<StoredFile>> claim(UUID organization, Uploader uploader, Destination message, List<UUID> ids) {
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

    /// The bytes of a file, or of its small picture; empty when the storage has lost them.
    public Optional<KeptFile> content(FileKey key) throws IOException {
        return storage.find(key);
    }

    /// Bytes of all files that an organization keeps, without their small pictures.
    public long used(UUID organization) {
        return table.used(organization);
    }
}
