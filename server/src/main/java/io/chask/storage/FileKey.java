package io.chask.storage;

import java.util.UUID;

/// The place of stored bytes. It follows from ids alone, never from what somebody called a file.
public record FileKey(UUID organization, UUID id, Part part) {

    /// What is stored of a file.
    public enum Part {
        /// As it was sent.
        FILE(""),
        /// A small picture of it.
        THUMBNAIL("-thumbnail");

        private final String ending;

        Part(String ending) {
            this.ending = ending;
        }
    }

    /// The file itself.
    public static FileKey file(UUID organization, UUID id) {
        return new FileKey(organization, id, Part.FILE);
    }

    /// Its small picture.
    public static FileKey thumbnail(UUID organization, UUID id) {
        return new FileKey(organization, id, Part.THUMBNAIL);
    }

    /// The last part of the place.
    public String leaf() {
        return id + part.ending;
    }
}
