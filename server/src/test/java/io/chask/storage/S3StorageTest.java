package io.chask.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chask.config.S3Config;
import io.chask.storage.S3Double.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class S3StorageTest implements FileStorageContract {

    @TempDir
    Path folder;

    private S3Double store;
    private S3Storage storage;

    @BeforeEach
    void open() throws IOException {
        store = new S3Double();
        storage = opened(S3Double.SECRET_KEY);
    }

    private S3Storage opened(String secret) throws IOException {
        var config =
                new S3Config(store.endpoint(), S3Double.REGION, S3Double.BUCKET, S3Double.ACCESS_KEY, secret, true);
        return new S3Storage(config, folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        storage.close();
        store.close();
    }

    @Override
    public FileStorage storage() {
        return storage;
    }

    @Override
    public Set<String> places() {
        return new HashSet<>(store.objects().keySet());
    }

    private static FileKey key() {
        return FileKey.file(UUID.randomUUID(), UUID.randomUUID());
    }

    @Test
    void wrongSecretIsRefusedAndNothingIsKept() throws IOException {
        try (var wrong = opened("another secret")) {
            var received = received(FileStorageContract.bytes(10));
            assertThatThrownBy(() -> wrong.keep(received, key()))
                    .isInstanceOf(StoreUnreachable.class)
                    .hasMessageContaining("403 SignatureDoesNotMatch");
            assertThatThrownBy(() -> wrong.find(key())).isInstanceOf(StoreUnreachable.class);
        }
        assertThat(store.objects()).isEmpty();
    }

    @Test
    void failureOfTheStoreIsToldApartFromAFullOne() throws IOException {
        var key = key();
        store.fail(new Failure("PUT", 503, "SlowDown"));
        assertThatThrownBy(() -> storage.keep(received(FileStorageContract.bytes(10)), key))
                .isInstanceOf(StoreUnreachable.class);
        store.fail(new Failure("PUT", 507, "XMinioStorageFull"));
        assertThatThrownBy(() -> storage.keep(received(FileStorageContract.bytes(10)), key))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(StoreUnreachable.class);
        store.fail(null);
        assertThat(storage.find(key)).isEmpty();
    }

    @Test
    void cutConnectionIsTriedOnceMore() throws IOException {
        store.fail(new Failure("HEAD", 0, ""));
        assertThatThrownBy(() -> storage.find(key())).isInstanceOf(StoreUnreachable.class);
        assertThat(store.requests().size()).isGreaterThanOrEqualTo(2);
        store.fail(null);
        assertThat(storage.find(key())).isEmpty();
    }

    @Test
    void storeThatIsNotThereIsUnreachable() {
        store.close();
        assertThatThrownBy(() -> storage.find(key())).isInstanceOf(StoreUnreachable.class);
        assertThatThrownBy(() -> storage.delete(key())).isInstanceOf(StoreUnreachable.class);
    }

    @Test
    void whatACrashLeftHalfReceivedIsGoneAfterTheStart() throws IOException {
        var half = received(FileStorageContract.bytes(10));
        opened(S3Double.SECRET_KEY).close();
        assertThat(half).doesNotExist();
    }
}
