package io.chask.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every storage of files does.
interface FileStorageContract {

    FileStorage storage() throws IOException;

    /// The places of everything that is kept, as the storage itself names them.
    Set<String> places() throws IOException;

    /// Puts a part of a file to where the whole would be received, and dies there.
    default Path received(byte[] content) throws IOException {
        return Files.write(storage().incoming().resolve(UUID.randomUUID() + ".part"), content);
    }

    static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    static byte[] read(KeptFile file, long offset, long length) throws IOException {
        switch (file) {
            case KeptFile.OnDisk disk -> {
                var out = new ByteArrayOutputStream();
                out.write(Files.readAllBytes(disk.path()), (int) offset, (int) length);
                return out.toByteArray();
            }
            case KeptFile.Elsewhere elsewhere -> {
                try (var content = elsewhere.source().open(offset, length)) {
                    return content.readAllBytes();
                }
            }
        }
    }

    private static FileKey key() {
        return FileKey.file(UUID.randomUUID(), UUID.randomUUID());
    }

    @Test
    default void whatWasKeptIsFoundWholeAndInParts() throws IOException {
        var key = key();
        var content = bytes(300_000);
        var received = received(content);
        storage().keep(received, key);

        assertThat(received).doesNotExist();
        var found = storage().find(key).orElseThrow();
        assertThat(found.size()).isEqualTo(content.length);
        assertThat(read(found, 0, content.length)).isEqualTo(content);
        assertThat(read(found, 1_000, 3)).containsExactly(content[1_000], content[1_001], content[1_002]);
        assertThat(read(found, content.length - 1, 1)).containsExactly(content[content.length - 1]);
    }

    @Test
    default void emptyAndOneByteAreKeptToo() throws IOException {
        for (int size : new int[] {0, 1}) {
            var key = key();
            storage().keep(received(bytes(size)), key);
            assertThat(storage().find(key)).map(KeptFile::size).contains((long) size);
        }
    }

    @Test
    default void absentIsEmptyAndMayBeDeleted() throws IOException {
        var key = key();
        assertThat(storage().find(key)).isEmpty();
        storage().delete(key);
        assertThat(storage().find(key)).isEmpty();
    }

    @Test
    default void deletedIsGoneAndOthersStay() throws IOException {
        var organization = UUID.randomUUID();
        var id = UUID.randomUUID();
        storage().keep(received(bytes(10)), FileKey.file(organization, id));
        storage().keep(received(bytes(5)), FileKey.thumbnail(organization, id));
        storage().delete(FileKey.file(organization, id));

        assertThat(storage().find(FileKey.file(organization, id))).isEmpty();
        assertThat(storage().find(FileKey.thumbnail(organization, id)))
                .map(KeptFile::size)
                .contains(5L);
    }

    @Test
    default void oneOrganizationsFileIsNotAnothers() throws IOException {
        var key = key();
        storage().keep(received(bytes(10)), key);
        assertThat(storage().find(FileKey.file(UUID.randomUUID(), key.id()))).isEmpty();
    }

    @Test
    default void whatIsBeingReceivedIsNotVisible() throws IOException {
        var before = places();
        received(bytes(1_000));
        assertThat(places()).isEqualTo(before);
    }

    @Test
    default void s24_placesAreMadeOfIdsOnly() throws IOException {
        storage().keep(received(bytes(10)), key());
        storage().keep(received(bytes(10)), FileKey.thumbnail(UUID.randomUUID(), UUID.randomUUID()));
        assertThat(places())
                .isNotEmpty()
                .allMatch(place -> place.matches("[0-9a-f-]{36}/([0-9a-f]{2}/)?[0-9a-f-]{36}(-thumbnail)?"));
    }

    @Test
    default void secondFileUnderAKeyReplacesTheFirst() throws IOException {
        var key = key();
        storage().keep(received(bytes(10)), key);
        storage().keep(received(bytes(20)), key);
        assertThat(storage().find(key)).map(KeptFile::size).isEqualTo(Optional.of(20L));
    }
}
