package io.chask.account;

/// Where a session was begun, for its owner to recognize.
///
/// @param address   of the client
/// @param userAgent as the client calls itself; unverified
public record Device(String address, String userAgent) {

    /// Nothing is known.
    public static final Device UNKNOWN = new Device("", "");

    private static final int LONGEST = 300;

    /// Cuts what is very long.
    public Device {
        userAgent = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
    }
}
