package io.chask.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.UUID;

/// Tries a storage: writes a few bytes under a key of no organization, reads them, deletes them.
public final class StorageProbe {

    private StorageProbe() {}

    /// Returns when all of it works.
    ///
    /// @throws IOException saying what does not
    public static void run(FileStorage storage) throws IOException {
        var key = FileKey.file(new UUID(0, 0), UUID.randomUUID());
        byte[] content = ByteBuffer.allocate(Long.BYTES)
                .putLong(key.id().getMostSignificantBits())
                .array();
        storage.keep(Files.write(storage.incoming().resolve(key.id() + ".probe"), content), key);
        try {
            var found = storage.find(key).orElseThrow(() -> new IOException("what was written is not there"));
            if (found.size() != content.length) {
                throw new IOException("what was written comes back with " + found.size() + " bytes");
            }
        } finally {
            storage.delete(key);
        }
    }
}
