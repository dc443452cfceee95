package io.chask.attachment;

import java.util.UUID;

/// Who sent a file; nobody else may put it into a message.
public record Uploader(Side side, UUID id) {

    /// Which table the id is of.
    public enum Side {
        VISITOR("user"),
        AGENT("agent");

        private final String columnValue;

        Side(String columnValue) {
            this.columnValue = columnValue;
        }

        String columnValue() {
            return columnValue;
        }
    }
}
