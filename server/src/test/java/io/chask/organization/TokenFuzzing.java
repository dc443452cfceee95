package io.chask.organization;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// A minute's search for what [TokenFuzzTest] does not know yet; by `./chask test --long`.
@Tag("fuzz")
final class TokenFuzzing {

    @FuzzTest(maxDuration = "60s")
    void tokens(byte[] bytes) throws Exception {
        TokenFuzzTest.read(bytes);
    }
}
