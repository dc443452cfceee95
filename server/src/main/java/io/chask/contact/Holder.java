package io.chask.contact;

import org.jspecify.annotations.Nullable;

/// Whose a visitor's token is.
public sealed interface Holder {

    /// It lets him in.
    ///
    /// @param device the session of a verified visitor; null: the token is of an anonymous one
    record Known(Visitor visitor, @Nullable Device device) implements Holder {}

    /// The identity token it stood for has ended, or it was replaced when its visitor was identified.
    record Expired() implements Holder {}

    /// Unknown, ended, or of a key that was revoked.
    record Unknown() implements Holder {}
}
