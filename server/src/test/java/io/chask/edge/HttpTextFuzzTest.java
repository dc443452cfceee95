package io.chask.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.fuzz.Mutations;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever stands in a path, a query, a cookie or a forwarding header is read or left out.
final class HttpTextFuzzTest {

    private static final Proxies PROXIES = new Proxies(List.of("127.0.0.0/8"));

    static void read(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        Paths.parts("/" + text)
                .ifPresent(parts -> assertThat(parts)
                        .noneMatch(part -> part.equals("..")
                                || part.equals(".")
                                || part.chars().anyMatch(unit -> unit == '/' || unit == '\\' || unit < ' ')));
        var query = Paths.query(text);
        assertThat(query.values().size() + query.unreadable().size()).isLessThanOrEqualTo(200);
        Cookies.value(text, "chask_session");
        PROXIES.client(InetAddress.getLoopbackAddress(), List.of(text));
        Ranges.matches(text, "\"tag\"");
    }

    @Test
    void brokenTextsAreReadOrLeftOut() {
        Mutations.of("edge/HttpTextFuzzingInputs/texts").run(20_000, HttpTextFuzzTest::read);
    }
}
