package io.chask.edge;

import java.time.Duration;

/// A cookie set by an answer: always HttpOnly, SameSite=Strict, for the whole site.
///
/// @param lifetime zero deletes it
/// @param secure whether it is sent over TLS only
public record Cookie(String name, String value, Duration lifetime, boolean secure) {
    String headerValue() {
        return name + "=" + value + "; Path=/; Max-Age=" + lifetime.toSeconds() + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }
}
