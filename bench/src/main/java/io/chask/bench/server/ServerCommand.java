package io.chask.bench.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a server is started, up to its own arguments: with the same options as `./chask run` gives it.
public record ServerCommand(List<String> words) {

    private static final List<String> OPTIONS = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:+UseCompactObjectHeaders",
            "-XX:MinHeapFreeRatio=30",
            "-XX:MaxHeapFreeRatio=50",
            "-XX:G1PeriodicGCInterval=300000",
            "-XX:+ExitOnOutOfMemoryError",
            "--sun-misc-unsafe-memory-access=allow");

    public ServerCommand {
        words = List.copyOf(words);
    }

    /// From its jar.
    ///
    /// @param archive its prepared classes; does without when there are none
    public static ServerCommand ofJar(Path jar, @Nullable Path archive) {
        var words = java();
        if (archive != null && Files.exists(archive)) {
            words.addAll(List.of("-XX:AOTCache=" + archive, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        words.addAll(List.of("-jar", jar.toString()));
        return new ServerCommand(words);
    }

    /// From classes.
    public static ServerCommand ofClassPath(String classPath) {
        var words = java();
        words.addAll(List.of("-cp", classPath, "io.chask.Main"));
        return new ServerCommand(words);
    }

    private static List<String> java() {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(OPTIONS);
        return words;
    }
}
