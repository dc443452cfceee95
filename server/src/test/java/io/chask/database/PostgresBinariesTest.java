package io.chask.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class PostgresBinariesTest {

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @Test
    void twoWhoUnpackAtOnceGetTheSameProgramsAndLeaveNothingElse()
            throws IOException, InterruptedException, ExecutionException {
        var both = new CyclicBarrier(2);
        Callable<Path> unpack = () -> {
            both.await();
            return PostgresBinaries.unpackedIn(folder);
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Path> unpacked : threads.invokeAll(List.of(unpack, unpack))) {
                assertThat(unpacked.get().resolve("postgres")).isExecutable();
            }
        }

        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(folder.resolve("postgres-18"));
        }
    }
}
