package io.chask.attachment;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/// Decodes one picture, skipping rows and columns so that little of it is ever in memory, and writes it small. Written
/// anew, it has none of the original's metadata, such as the place where it was taken.
final class ThumbnailTask implements Callable<Boolean> {

    static final int LONGEST = 320;

    /// The JDK's decoders for formats that are shown. It has none for WebP.
    private static final Map<String, String> READERS =
            Map.of("image/png", "png", "image/jpeg", "jpeg", "image/gif", "gif");

    /// A progressive JPEG is held in memory as a whole, outside the heap, some 6 bytes a pixel.
    private static final long MOST_PROGRESSIVE_PIXELS = 16_000_000;

    /// A crafted one repeats scans over all pixels for ever.
    private static final int MOST_SCANS = 100;

    private final Path image;
    private final String mimeType;
    private final Path target;
    private volatile boolean aborted;
    private volatile @Nullable ImageReader reader;

    ThumbnailTask(Path image, String mimeType, Path target) {
        this.image = image;
        this.mimeType = mimeType;
        this.target = target;
    }

    /// Ends the decoding at the next occasion.
    void abort() {
        aborted = true;
        var decoding = reader;
        if (decoding != null) {
            decoding.abort();
        }
    }

    /// Whether a picture was made.
    @Override
    public Boolean call() throws IOException {
        var format = READERS.get(mimeType);
        if (aborted || format == null || !bearable()) {
            return false;
        }
        var decoder = ImageIO.getImageReadersByFormatName(format).next();
        reader = decoder;
        try (var input = new FileImageInputStream(image.toFile())) {
            decoder.setInput(input, true, true);
            int longest = Math.max(decoder.getWidth(0), decoder.getHeight(0));
            boolean frame = new ImageSize(decoder.getWidth(0), decoder.getHeight(0)).bearable();
            return frame && longest > LONGEST && write(small(decoder, longest));
        } finally {
            decoder.dispose();
        }
    }

    private boolean bearable() throws IOException {
        if (!mimeType.equals("image/jpeg")) {
            return true;
        }
        try (var bytes = Files.newInputStream(image)) {
            var scans = JpegScans.count(bytes, MOST_SCANS + 1);
            return scans <= 1 || (scans <= MOST_SCANS && pixels() <= MOST_PROGRESSIVE_PIXELS);
        }
    }

    private long pixels() throws IOException {
        try (var content = FileChannel.open(image, StandardOpenOption.READ)) {
            return ImageSize.read(content, mimeType)
                    .map(size -> (long) size.width() * size.height())
                    .orElse(Long.MAX_VALUE);
        }
    }

    private Pixels small(ImageReader decoder, int longest) throws IOException {
        int step = Math.max(1, longest / (2 * LONGEST));
        var wanted = decoder.getDefaultReadParam();
        wanted.setSourceSubsampling(step, step, 0, 0);
        var pixels = Pixels.of(decoder.read(0, wanted)).within(LONGEST);
        try (var content = FileChannel.open(image, StandardOpenOption.READ)) {
            return pixels.turned(Orientation.read(content, mimeType));
        }
    }

    private boolean write(Pixels pixels) throws IOException {
        boolean photograph = mimeType.equals("image/jpeg");
        BufferedImage picture = pixels.image(photograph);
        try (OutputStream file = Files.newOutputStream(target);
                var output = new MemoryCacheImageOutputStream(file)) {
            return !aborted && ImageIO.write(picture, photograph ? "jpeg" : "png", output);
        }
    }

    /// What the small picture of such a file is.
    static String typeOf(String mimeType) {
        return mimeType.equals("image/jpeg") ? mimeType : "image/png";
    }
}
