package io.chask;

import java.io.PrintStream;
import java.net.URI;
import java.util.Optional;

/// What the operator reads once the server serves.
record Greeting(PrintStream out) {

    /// @param demo whether there is a demo page
    void print(URI baseUrl, boolean demo, Optional<Demo.SignIn> firstSignIn) {
        out.println();
        out.println("Chask is ready.");
        out.println();
        if (demo) {
            out.println("  Demo page      " + baseUrl + "/demo/");
        }
        out.println("  Console        " + baseUrl + "/console/");
        out.println("  Documentation  " + baseUrl + "/docs/");
        if (!demo) {
            out.println();
            out.println(
                    "  ./chask organization create --help   tells how to make an organization with its first agent.");
        }
        firstSignIn.ifPresent(signIn -> {
            out.println();
            out.println("  Sign in as     " + signIn.email());
            out.println("  Password       " + signIn.password() + "   (shown only this once)");
        });
        out.println();
        out.flush();
    }
}
