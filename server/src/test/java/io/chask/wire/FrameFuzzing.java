package io.chask.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// A minute's search for what [FrameFuzzTest] does not know yet; by `./chask test --long`.
@Tag("fuzz")
final class FrameFuzzing {

    @FuzzTest(maxDuration = "60s")
    void frames(byte[] bytes) throws Exception {
        FrameFuzzTest.read(bytes);
    }
}
