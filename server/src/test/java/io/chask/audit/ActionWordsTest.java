package io.chask.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The console has words for every action, or people would read its code.
final class ActionWordsTest {

    private static final Path CONSOLE = Path.of("..", "web", "console", "src", "settings", "audit");
    /// The catalogue names details too: `name.…`, `value.…`, `part.…` and `none.…`.
    private static final Pattern WORDS =
            Pattern.compile("(?m)^ *\"((?!(?:name|value|part|none)\\.)[a-z]+\\.[a-z_]+)\": *\".+\",$");
    private static final Pattern CHOICE =
            Pattern.compile("(?m)^ *\"((?!(?:name|value|part|none)\\.)[a-z]+\\.[a-z_]+)\",$");

    private static void assertNamesEveryAction(Path file, Pattern line) throws IOException {
        assertThat(line.matcher(Files.readString(file)).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Action.values()).map(Action::code).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en.ts", "es.ts", "pt-BR.ts"})
    void everyActionHasWordsInEveryLanguage(String catalogue) throws IOException {
        assertNamesEveryAction(CONSOLE.resolve("locales").resolve(catalogue), WORDS);
    }

    @Test
    void everyActionCanBeChosenInTheFilter() throws IOException {
        assertNamesEveryAction(CONSOLE.resolve("texts.ts"), CHOICE);
    }
}
