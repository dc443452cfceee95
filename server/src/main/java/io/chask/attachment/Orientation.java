package io.chask.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/// How a camera was held: the tag Orientation of Exif (CIPA DC-008 §4.6.4), 1 to 8. Browsers turn photographs by it.
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;
    private static final int MOST_SEGMENTS = 50;
    private static final int MOST_ENTRIES = 200;

    /// What the file says; upright when it says nothing that can be understood.
    static Orientation read(SeekableByteChannel file, String mimeType) throws IOException {
        if (!mimeType.equals("image/jpeg")) {
            return UPRIGHT;
        }
        try {
            return segments(file);
        } catch (EOFException | IndexOutOfBoundsException cutOff) {
            return UPRIGHT;
        }
    }

    /// Whether width and height change places.
    boolean sideways() {
        return value >= 5;
    }

    private static Orientation segments(SeekableByteChannel file) throws IOException {
        long position = 2;
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            var header = ImageSize.at(file, position, 10);
            int marker = Short.toUnsignedInt(header.getShort(0));
            if (marker < 0xffe0 || marker == 0xffff) {
                return UPRIGHT;
            }
            int length = Short.toUnsignedInt(header.getShort(2));
            if (marker == 0xffe1 && length > 16 && header.getInt(4) == EXIF) {
                return tag(ImageSize.at(file, position + 10, length - 8));
            }
            position += 2 + length;
        }
        return UPRIGHT;
    }

    // TIFF 6.0 §2: the byte order, 42, the place of the first directory; its entries have 12 bytes each.
    private static Orientation tag(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Math.min(MOST_ENTRIES, Short.toUnsignedInt(tiff.getShort(directory)));
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * 12;
            int value = Short.toUnsignedInt(tiff.getShort(at + 8));
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG && value >= 1 && value <= 8) {
                return new Orientation(value);
            }
        }
        return UPRIGHT;
    }
}
