package io.chask.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// wire/PROTOCOL.md names every reason and every close code of the code, and no other.
final class ProtocolPageTest {

    private static final Pattern REASON = Pattern.compile("`([A-Z]+(?:_[A-Z]+)*)`");
    private static final Pattern CODE_ROW = Pattern.compile("(?m)^\\| (4\\d{3}) \\|");

    private final String page = read();

    private static String read() {
        try {
            return Files.readString(Path.of("..", "wire", "PROTOCOL.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> section(String from, String to, Pattern pattern) {
        String text = page.substring(page.indexOf(from), page.indexOf(to));
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Test
    void everyReasonStandsInTheTableOfErrorsWithItsCode() {
        String errors = page.substring(page.indexOf("## 7."), page.indexOf("## 8."));
        for (ErrorCode code : ErrorCode.values()) {
            var row = errors.lines()
                    .filter(line -> line.startsWith("| `" + code.name() + "`"))
                    .flatMap(line -> REASON.matcher(line).results().map(found -> found.group(1)))
                    .filter(name -> !name.equals(code.name()))
                    .toList();
            assertThat(row)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Reason.values())
                            .filter(reason -> reason.code() == code)
                            .map(Reason::name)
                            .toList());
        }
    }

    @Test
    void everyCloseCodeStandsInTheTableOfCloseCodes() {
        assertThat(section("## 8.", "## 9.", CODE_ROW))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CloseCode.values())
                        .map(code -> Integer.toString(code.number()))
                        .toList());
    }
}
