package io.chask.edge;

/// The address to listen on cannot be had. The message is for the operator.
public final class AddressUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
