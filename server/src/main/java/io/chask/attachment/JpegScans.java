package io.chask.attachment;

import java.io.IOException;
import java.io.InputStream;

/// Counts the scans of a JPEG: one in a baseline file of one part, some ten in a progressive one.
final class JpegScans {

    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;

    private JpegScans() {}

    /// How often a marker "start of scan" stands in the file, up to `most`. Inside a scan an `ff` is always followed by
    /// `00`, so nothing else looks like it there; metadata may, and then there seem to be more.
    static int count(InputStream file, int most) throws IOException {
        var buffer = new byte[16_384];
        int count = 0;
        boolean marker = false;
        for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
            for (int at = 0; at < read && count < most; at++) {
                int unit = buffer[at] & 0xff;
                count += marker && unit == START_OF_SCAN ? 1 : 0;
                marker = unit == MARKER;
            }
        }
        return count;
    }
}
