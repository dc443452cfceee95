package io.chask.cli;

/// A command that cannot be carried out for a reason the caller can do something about. The message is for him.
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailed(String message) {
        super(message);
    }
}
