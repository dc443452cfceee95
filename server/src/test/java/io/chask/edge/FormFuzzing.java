package io.chask.edge;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// A minute's search for what [FormFuzzTest] does not know yet; by `./chask test --long`.
@Tag("fuzz")
final class FormFuzzing {

    @FuzzTest(maxDuration = "60s")
    void forms(byte[] bytes) throws Exception {
        FormFuzzTest.read(bytes);
    }
}
