package io.chask.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/// Width and height of an image in pixels, read from its header. Pixels are never decoded: a small file can claim
/// billions of them.
record ImageSize(int width, int height) {

    private static final int MAX_SEGMENTS = 500;
    private static final int LONGEST_SIDE = 16_384;
    private static final long MOST_PIXELS = 50_000_000;

    /// Whether a browser or this server may be asked to decode it.
    boolean bearable() {
        return width <= LONGEST_SIDE && height <= LONGEST_SIDE && (long) width * height <= MOST_PIXELS;
    }

    ImageSize turned() {
        return new ImageSize(/* width= */ height, /* height= */ width);
    }

    /// The size, if the header has one.
    ///
    /// @param mimeType what the file was found to be
    static Optional<ImageSize> read(SeekableByteChannel file, String mimeType) throws IOException {
        try {
            return switch (mimeType) {
                case "image/png" ->
                    sized(at(file, 16, 8).getInt(), at(file, 20, 4).getInt());
                case "image/gif" -> gif(at(file, 6, 4));
                case "image/webp" -> webp(file);
                case "image/jpeg" -> jpeg(file);
                default -> Optional.empty();
            };
        } catch (EOFException cutOff) {
            return Optional.empty();
        }
    }

    private static Optional<ImageSize> sized(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new ImageSize(width, height)) : Optional.empty();
    }

    private static Optional<ImageSize> gif(ByteBuffer header) {
        header.order(ByteOrder.LITTLE_ENDIAN);
        return sized(Short.toUnsignedInt(header.getShort()), Short.toUnsignedInt(header.getShort()));
    }

    // RFC 9649: the first chunk is VP8X (extended), VP8L (lossless) or VP8 (lossy).
    private static Optional<ImageSize> webp(SeekableByteChannel file) throws IOException {
        var header = at(file, 12, 18).order(ByteOrder.LITTLE_ENDIAN);
        return switch (header.getInt(0)) {
            case 0x58385056 -> sized(1 + uint24(header, 12), 1 + uint24(header, 15));
            case 0x4c385056 -> {
                int bits = header.getInt(9);
                yield sized(1 + (bits & 0x3fff), 1 + (bits >>> 14 & 0x3fff));
            }
            case 0x20385056 -> sized(header.getShort(14) & 0x3fff, header.getShort(16) & 0x3fff);
            default -> Optional.empty();
        };
    }

    private static int uint24(ByteBuffer buffer, int index) {
        return (buffer.get(index) & 0xff) | (buffer.get(index + 1) & 0xff) << 8 | (buffer.get(index + 2) & 0xff) << 16;
    }

    // ITU T.81 annex B: segments of marker and length until the frame header (SOF) tells the size.
    private static Optional<ImageSize> jpeg(SeekableByteChannel file) throws IOException {
        long position = 2;
        for (int segment = 0; segment < MAX_SEGMENTS; segment++) {
            var header = at(file, position, 9);
            if (header.get(0) != (byte) 0xff) {
                return Optional.empty();
            }
            int marker = header.get(1) & 0xff;
            if (isFrame(marker)) {
                return sized(Short.toUnsignedInt(header.getShort(7)), Short.toUnsignedInt(header.getShort(5)));
            }
            boolean filling = marker == 0xff;
            boolean standalone = marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
            int skipped = standalone ? 2 : 2 + Short.toUnsignedInt(header.getShort(2));
            position += filling ? 1 : skipped;
        }
        return Optional.empty();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    static ByteBuffer at(SeekableByteChannel file, long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        file.position(position);
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }
}
