package io.chask;

/// Starts the server. Replaced by the real composition root.
public final class Main {
    private Main() {}

    /// Process entry point.
    public static void main(String[] arguments) {
        System.out.println("Chask " + arguments.length);
    }
}
