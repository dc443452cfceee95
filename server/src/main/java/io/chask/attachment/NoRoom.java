package io.chask.attachment;

import java.io.IOException;

/// The disk is full, told apart from an uploader who went away: this one comes from writing.
final class NoRoom extends IOException {

    private static final long serialVersionUID = 1L;

    private NoRoom(IOException cause) {
        super("no room for a file", cause);
    }

    /// Does something that needs room.
    static <T> T needing(Writing<T> writing) throws NoRoom {
        try {
            return writing.run();
        } catch (IOException e) {
            throw new NoRoom(e);
        }
    }

    @FunctionalInterface
    interface Writing<T> {
        T run() throws IOException;
    }
}
