package io.chask.bench.planted;

import io.chask.bench.ClassPath;
import io.chask.bench.planted.PlantedBug.Edit;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.ToolProvider;

/// The server's classes with a bug: the changed ones are compiled into a folder that stands first on the class path.
final class PlantedBuild {

    /// Tests run in the module's folder.
    private static final Path SOURCES = Path.of("..", "server", "src", "main");

    private PlantedBuild() {}

    /// The class path of a server without any.
    static String healthy() {
        return ClassPath.ofTests();
    }

    /// The class path of a server with this bug.
    ///
    /// @param folder for what is changed
    static String with(PlantedBug bug, Path folder) throws IOException {
        var changed = new LinkedHashMap<String, String>();
        for (Edit edit : bug.edits()) {
            if (edit.text().isEmpty()) {
                changed.put(edit.file(), edit.replacement());
            } else {
                String text = changed.containsKey(edit.file())
                        ? Objects.requireNonNull(changed.get(edit.file()))
                        : Files.readString(SOURCES.resolve(edit.file()));
                changed.put(edit.file(), once(bug, edit, text));
            }
        }
        addNeighbours(changed);
        var sources = write(changed, folder);
        compile(bug, sources, folder);
        return folder + File.pathSeparator + healthy();
    }

    /// A constant text is compiled into the classes that use it: the rest of its package is compiled again, too.
    private static void addNeighbours(Map<String, String> changed) throws IOException {
        for (String file : List.copyOf(changed.keySet())) {
            if (!file.endsWith(".java")) {
                continue;
            }
            Path folder = Objects.requireNonNull(SOURCES.resolve(file).getParent());
            try (var neighbours = Files.list(folder)) {
                for (Path one : neighbours
                        .filter(path -> path.toString().endsWith(".java"))
                        .toList()) {
                    changed.putIfAbsent(SOURCES.relativize(one).toString(), Files.readString(one));
                }
            }
        }
    }

    /// The server has changed when the place is not there any more, or there twice: the bug must be planted anew.
    private static String once(PlantedBug bug, Edit edit, String text) {
        int at = text.indexOf(edit.text());
        if (at < 0 || text.indexOf(edit.text(), at + 1) >= 0) {
            throw new AssertionError(
                    bug.name() + ": `" + edit.text() + "` does not stand exactly once in " + edit.file());
        }
        return text.substring(0, at)
                + edit.replacement()
                + text.substring(at + edit.text().length());
    }

    private static List<String> write(Map<String, String> changed, Path folder) throws IOException {
        var sources = new ArrayList<String>();
        for (var one : changed.entrySet()) {
            boolean resource = one.getKey().startsWith("resources/");
            Path file = folder.resolve(resource ? one.getKey().substring("resources/".length()) : one.getKey());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, one.getValue());
            if (!resource) {
                sources.add(file.toString());
            }
        }
        return sources;
    }

    private static void compile(PlantedBug bug, List<String> sources, Path folder) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-cp", healthy(), "-d", folder.toString(), "-proc:none", "-nowarn");
            boolean done = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromStrings(sources))
                    .call();
            if (!done) {
                throw new AssertionError(bug.name() + " does not compile: " + said);
            }
        }
    }
}
