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

    /// The scanner found something.
    record Infected() implements UploadResult {}

    /// The scanner does not look at files of this size.
    record TooLargeToScan() implements UploadResult {}

    /// The scanner did not answer.
    record ScanUnavailable() implements UploadResult {}

    /// The organization keeps as many bytes as it may.
    record QuotaReached(long quota) implements UploadResult {}

    /// There is no room on the disk, or in the store.
    record StorageFull() implements UploadResult {}

    /// The store did not answer.
    record StorageUnavailable() implements UploadResult {}
}
