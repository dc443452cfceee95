package io.chask;

import java.io.PrintStream;
import java.net.URI;
import java.util.Optional;

/// What the operator reads once the server serves.
record Greeting(PrintStream out) {

    void print(URI baseUrl, Optional<Demo.SignIn> firstSignIn) {
        out.println();
        out.println("Chask is ready.");
        out.println();
        out.println("  Demo page      " + baseUrl + "/demo/");
        out.println("  Console        " + baseUrl + "/console/");
        out.println("  Documentation  " + baseUrl + "/docs/");
        firstSignIn.ifPresent(signIn -> {
            out.println();
            out.println("  Sign in as     " + signIn.email());
            out.println("  Password       " + signIn.password() + "   (shown only this once)");
        });
        out.println();
        out.flush();
    }
}
