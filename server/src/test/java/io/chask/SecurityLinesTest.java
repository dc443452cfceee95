package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each promise of security that this side can show has a test that carries its number: `s11…` shows S11. What the
/// numbers mean stands in the tests' own words.
final class SecurityLinesTest {

    private static final Pattern JAVA = Pattern.compile("void s(\\d{1,2})[A-Z_]\\w*\\(");
    /// In the browser, the test's title begins with it.
    private static final Pattern BROWSER = Pattern.compile("(?:test|it)\\(\\s*[\"`]S(\\d{1,2})\\b");

    private static final Set<Integer> SHOWN_HERE = Set.of(7, 8, 9, 11, 12, 14, 15, 16, 18, 20, 21, 23, 27, 32, 33);

    private static void collect(Path root, String ending, Pattern pattern, Map<Integer, Set<String>> shown)
            throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (var file : files.filter(each -> each.toString().endsWith(ending))
                    .filter(each -> !each.toString().contains("node_modules"))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                var test = pattern.matcher(Files.readString(file));
                while (test.find()) {
                    shown.computeIfAbsent(Integer.valueOf(test.group(1)), _ -> new TreeSet<>())
                            .add(String.valueOf(file.getFileName()));
                }
            }
        }
    }

    @Test
    void everyPromiseHasATestThatCarriesItsNumber() throws IOException {
        Map<Integer, Set<String>> shown = new TreeMap<>();
        collect(Path.of("src", "test", "java"), ".java", JAVA, shown);
        collect(Path.of("..", "web", "e2e", "src"), ".ts", BROWSER, shown);
        assertThat(shown.keySet()).as(shown.toString()).containsAll(SHOWN_HERE);
    }
}
