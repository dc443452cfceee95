package io.chask.wire;

/// A server frame as the bytes that travel, made once for all its receivers.
public final class EncodedFrame {
    private final byte[] bytes;
    private final boolean droppable;

    EncodedFrame(byte[] bytes, boolean droppable) {
        this.bytes = bytes;
        this.droppable = droppable;
    }

    /// UTF-8 of the JSON text; shared by all receivers, so nobody may change it.
    public byte[] bytes() {
        return bytes;
    }

    /// Whether it may be dropped under pressure.
    public boolean droppable() {
        return droppable;
    }

    /// Its length in bytes.
    public int size() {
        return bytes.length;
    }
}
