package io.chask.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageSizeTest {

    @TempDir
    Path folder;

    private Optional<ImageSize> sizeOf(byte[] bytes, String type) throws IOException {
        var file = Files.write(folder.resolve("image"), bytes);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return ImageSize.read(channel, type);
        }
    }

    private byte[] drawn(String format) throws IOException {
        var file = folder.resolve("drawn." + format);
        ImageIO.write(new BufferedImage(321, 123, BufferedImage.TYPE_INT_RGB), format, file.toFile());
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void sizeIsReadFromTheHeader(String format) throws IOException {
        assertThat(sizeOf(drawn(format), "image/" + format)).contains(new ImageSize(321, 123));
    }

    @Test
    void sizeOfLosslessWebpIsRead() throws IOException {
        var onePixel = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
        assertThat(sizeOf(onePixel, "image/webp")).contains(new ImageSize(1, 1));
    }

    @Test
    void sizeOfLossyWebpIsRead() throws IOException {
        var onePixel = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        assertThat(sizeOf(onePixel, "image/webp")).contains(new ImageSize(1, 1));
    }

    @Test
    void headerThatClaimsBillionsOfPixelsCostsNothing() throws IOException {
        var png = drawn("png");
        png[16] = 0x7f;
        png[20] = 0x7f;
        assertThat(sizeOf(png, "image/png")).get().extracting(ImageSize::width).isEqualTo(0x7f000141);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "image/gif", "image/webp"})
    void cutOffOrRandomBytesGiveNoSizeAndNoException(String type) throws IOException {
        var random = new Random(7);
        for (int length = 0; length < 64; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            var size = sizeOf(bytes, type);
            assertThat(size.map(ImageSize::width).orElse(1)).isPositive();
        }
    }

    @Test
    void jpegOfEndlessSegmentsEnds() throws IOException {
        var bytes = new byte[1_000_000];
        for (int at = 0; at < bytes.length; at += 2) {
            bytes[at] = (byte) 0xff;
            bytes[at + 1] = 0x01;
        }
        assertThat(sizeOf(bytes, "image/jpeg")).isEmpty();
    }
}
