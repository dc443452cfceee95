package io.chask.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskStorageTest implements FileStorageContract {

    @TempDir
    Path folder;

    private DiskStorage storage;

    @BeforeEach
    void open() throws IOException {
        storage = new DiskStorage(folder);
    }

    @Override
    public FileStorage storage() {
        return storage;
    }

    @Override
    public Set<String> places() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(place -> !place.startsWith("incoming"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void whatACrashLeftHalfReceivedIsGoneAfterTheStart() throws IOException {
        var half = received(FileStorageContract.bytes(10));
        new DiskStorage(folder);
        assertThat(half).doesNotExist();
    }
}
