package io.chask.store;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/// A `uuid[]` in PostgreSQL's binary form, which costs a fifth less than text over the whole path of a message.
@SuppressWarnings("serial")
final class UuidArray extends PGobject implements PGBinaryObject {

    private static final int HEADER_BYTES = 20;
    private static final int UUID_BYTES = 16;
    private static final int UUID_TYPE = 2950;

    private final List<@Nullable UUID> elements;
    private final int length;

    /// @param elements not empty
    UuidArray(Collection<? extends @Nullable UUID> elements) {
        this.elements = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(elements));
        int bytes = HEADER_BYTES;
        for (UUID element : this.elements) {
            bytes += Integer.BYTES + (element == null ? 0 : UUID_BYTES);
        }
        this.length = bytes;
        setType("_uuid");
    }

    @Override
    public int lengthInBytes() {
        return length;
    }

    @Override
    public void toBytes(byte[] bytes, int offset) {
        boolean holes = elements.contains(null);
        ByteBuffer out = ByteBuffer.wrap(bytes, offset, length);
        out.putInt(1)
                .putInt(holes ? 1 : 0)
                .putInt(UUID_TYPE)
                .putInt(elements.size())
                .putInt(1);
        for (UUID element : elements) {
            if (element == null) {
                out.putInt(-1);
            } else {
                out.putInt(UUID_BYTES)
                        .putLong(element.getMostSignificantBits())
                        .putLong(element.getLeastSignificantBits());
            }
        }
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("only sent, never received");
    }
}
