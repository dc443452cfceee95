package io.chask.identity;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// A minute's search for what [IdentityTokenFuzzTest] does not know yet; by `./chask test --long`.
@Tag("fuzz")
final class IdentityTokenFuzzing {

    @FuzzTest(maxDuration = "60s")
    void claims(byte[] bytes) throws Exception {
        IdentityTokenFuzzTest.read(bytes);
    }
}
