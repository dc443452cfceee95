package io.chask.edge;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// A minute's search for what [HttpTextFuzzTest] does not know yet; by `./chask test --long`.
@Tag("fuzz")
final class HttpTextFuzzing {

    @FuzzTest(maxDuration = "60s")
    void texts(byte[] bytes) throws Exception {
        HttpTextFuzzTest.read(bytes);
    }
}
