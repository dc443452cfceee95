package io.chask.bench;

/// Where the classes of this module, of the server and of their libraries stand.
public final class ClassPath {

    private ClassPath() {}

    /// The whole of it, also where the test runner was given a jar that only refers to it.
    public static String ofTests() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
