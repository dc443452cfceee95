package io.chask.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows for servlets and Spring compiles against this class. */
final class ExamplesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ChaskTokenServlet.java", "ChaskTokenController.java"})
    void exampleCompiles(String file) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            var sources = files.getJavaFileObjects(Path.of("..", "docs", "src", "examples", file));
            var options = List.of("-d", folder.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
            boolean compiled =
                    compiler.getTask(null, files, said, options, null, sources).call();
            assertThat(compiled).as(said.getDiagnostics().toString()).isTrue();
        }
    }
}
