package io.chask;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A file to upload.
///
/// @param type the declared `Content-Type`
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record TestFile(String name, String type, byte[] bytes) {

    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /// A picture of one pixel.
    static TestFile png() {
        return new TestFile("dot.png", "image/png", Base64.getDecoder().decode(DOT));
    }

    static TestFile text(String name, String type, String content) {
        return new TestFile(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    TestFile named(String other) {
        return new TestFile(other, type, bytes);
    }

    TestFile declared(String other) {
        return new TestFile(name, other, bytes);
    }
}
