package io.chask.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThumbnailsTest {

    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;

    @TempDir
    Path folder;

    private final Thumbnails thumbnails = new Thumbnails(Duration.ofSeconds(60));

    @AfterEach
    void close() {
        thumbnails.close();
    }

    /// The upper left quarter red, the rest blue.
    private static BufferedImage drawn(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 && y < height / 2 ? RED : BLUE);
            }
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] progressive(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var wanted = writer.getDefaultWriteParam();
        wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), wanted);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    /// A JPEG with an Exif segment that has this orientation and a secret.
    private static byte[] oriented(byte[] jpeg, int orientation) {
        var exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"
                .getBytes(StandardCharsets.ISO_8859_1));
        exif.write(orientation);
        exif.writeBytes("\0\0\0\0\0\0 at home".getBytes(StandardCharsets.ISO_8859_1));
        var whole = new ByteArrayOutputStream();
        whole.write(jpeg, 0, 2);
        whole.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.size() + 2)});
        whole.writeBytes(exif.toByteArray());
        whole.write(jpeg, 2, jpeg.length - 2);
        return whole.toByteArray();
    }

    private Optional<byte[]> made(byte[] image, String type) throws IOException {
        var made = thumbnails.make(Files.write(folder.resolve("image.part"), image), type);
        return made.isPresent() ? Optional.of(Files.readAllBytes(made.get())) : Optional.empty();
    }

    private static BufferedImage read(byte[] image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image));
    }

    @ParameterizedTest
    @CsvSource({
        "png, 1000, 500, 320, 160",
        "jpeg, 640, 3000, 68, 320",
        "gif, 4000, 4000, 320, 320",
        "png, 5000, 1, 320, 1"
    })
    void largerImageFitsIntoTheBox(String format, int width, int height, int smallWidth, int smallHeight)
            throws IOException {
        var small = read(
                made(encoded(drawn(width, height), format), "image/" + format).orElseThrow());
        assertThat(small.getWidth()).isEqualTo(smallWidth);
        assertThat(small.getHeight()).isEqualTo(smallHeight);
    }

    @Test
    void smallImageNeedsNoSmallerOne() throws IOException {
        assertThat(made(encoded(drawn(320, 320), "png"), "image/png")).isEmpty();
    }

    @Test
    void whatTheJdkCannotDecodeHasNone() throws IOException {
        assertThat(made(encoded(drawn(1000, 500), "png"), "image/webp")).isEmpty();
        assertThat(made("GIF89a".getBytes(StandardCharsets.US_ASCII), "image/gif"))
                .isEmpty();
        assertThat(made(new byte[0], "image/jpeg")).isEmpty();
    }

    @Test
    void transparencyIsKept() throws IOException {
        var clear = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_ARGB);
        var small = read(made(encoded(clear, "png"), "image/png").orElseThrow());
        assertThat(small.getRGB(100, 100) >>> 24).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 20, 20",
        "2, 300, 20",
        "3, 300, 140",
        "4, 20, 140",
        "5, 20, 20",
        "6, 140, 20",
        "7, 140, 300",
        "8, 20, 300"
    })
    void photographIsTurnedAsItWasHeld(int orientation, int redX, int redY) throws IOException {
        var photograph = oriented(encoded(drawn(1000, 500), "jpeg"), orientation);
        var small = read(made(photograph, "image/jpeg").orElseThrow());
        assertThat(small.getWidth()).isEqualTo(orientation >= 5 ? 160 : 320);
        assertThat(small.getRGB(redX, redY) >> 16 & 0xff).isGreaterThan(200);
        assertThat(small.getRGB(small.getWidth() - 1 - redX, small.getHeight() - 1 - redY) & 0xff)
                .isGreaterThan(200);
    }

    @Test
    void metadataDoesNotComeAlong() throws IOException {
        var small = made(oriented(encoded(drawn(1000, 500), "jpeg"), 6), "image/jpeg")
                .orElseThrow();
        assertThat(new String(small, StandardCharsets.ISO_8859_1)).doesNotContain("at home", "Exif");
    }

    @Test
    void progressivePhotographHasOne() throws IOException {
        assertThat(made(progressive(drawn(1000, 500)), "image/jpeg")).isPresent();
    }

    @Test
    void endlessScansAreNotDecoded() throws IOException {
        var photograph = progressive(drawn(1000, 500));
        int scan = new String(photograph, StandardCharsets.ISO_8859_1).lastIndexOf("\u00ff\u00da");
        var bomb = new ByteArrayOutputStream();
        bomb.write(photograph, 0, scan);
        for (int repeat = 0; repeat < 200; repeat++) {
            bomb.write(photograph, scan, photograph.length - 2 - scan);
        }
        bomb.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        assertThat(made(bomb.toByteArray(), "image/jpeg")).isEmpty();
    }

    @Test
    void frameThatIsLargerThanItsGifSaysIsNotDecoded() throws IOException {
        var gif = encoded(drawn(400, 400), "gif");
        int frame = 13 + 3 * (1 << ((gif[10] & 7) + 1));
        while (gif[frame] != ',') {
            frame++;
        }
        Arrays.fill(gif, frame + 5, frame + 9, (byte) 0xff);
        assertThat(made(gif, "image/gif")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void damagedImagesHarmNobody(String format) throws IOException {
        var image = encoded(drawn(700, 700), format);
        var random = new Random(7);
        for (int run = 0; run < 20; run++) {
            var damaged = Arrays.copyOf(image, image.length - random.nextInt(image.length / 2));
            for (int hit = 0; hit < 20; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            made(damaged, "image/" + format)
                    .ifPresent(small -> assertThat(small).isNotEmpty());
        }
        assertThat(made(image, "image/" + format)).isPresent();
    }

    @Test
    void nothingIsLeftBesideWhatWasMade() throws IOException {
        made("\u0089PNG".getBytes(StandardCharsets.ISO_8859_1), "image/png");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("image.part");
        }
    }
}
