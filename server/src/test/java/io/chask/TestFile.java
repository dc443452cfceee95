package io.chask;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

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

    /// A black PNG of this size.
    static TestFile picture(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestFile("plan.png", "image/png", bytes.toByteArray());
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
