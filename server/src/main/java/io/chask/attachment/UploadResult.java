package io.chask.attachment;

/// What became of an upload. Everything but [Stored] has left nothing behind.
public sealed interface UploadResult {

    /// On disk and in the database.
    record Stored(StoredFile file) implements UploadResult {}

    /// It had no bytes.
    record Empty() implements UploadResult {}

    /// Files of this type are not taken.
    record TypeNotAllowed(String type) implements UploadResult {}

    /// It was said to be of a type that is taken, but its bytes are of one that is not.
    record TypeMismatch(String declared, String found) implements UploadResult {}

    /// There is no room on the disk.
    record StorageFull() implements UploadResult {}
}
