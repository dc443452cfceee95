package io.chask.outgoing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// A minute's search for what [UrlFuzzTest] does not know yet; by `./chask test --long`.
@Tag("fuzz")
final class UrlFuzzing {

    @FuzzTest(maxDuration = "60s")
    void addresses(byte[] bytes) throws Exception {
        UrlFuzzTest.read(bytes);
    }
}
