package io.chask.attachment;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// A minute's search for what [FileFuzzTest] does not know yet; by `./chask test --long`.
@Tag("fuzz")
final class FileFuzzing {

    @FuzzTest(maxDuration = "60s")
    void files(byte[] bytes) throws Exception {
        FileFuzzTest.read(bytes);
    }
}
