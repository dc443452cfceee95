package io.chask;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The check of the contract refuses what it is there to refuse; otherwise the tests that use it prove nothing.
final class ContractTest {

    private static Answer answer(int status, String type, String body) {
        var headers = HttpHeaders.of(Map.of("Content-Type", List.of(type)), (_, _) -> true);
        return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void check(Answer answer) {
        Contract.instance().check("GET", "/health/live", answer);
    }

    @Test
    void documentedAnswerPasses() {
        assertThatCode(() -> check(answer(200, "application/json", "{\"status\":\"live\"}")))
                .doesNotThrowAnyException();
    }

    @Test
    void undocumentedMemberFails() {
        var answer = answer(200, "application/json", "{\"status\":\"live\",\"more\":1}");
        assertThatThrownBy(() -> check(answer)).isInstanceOf(AssertionError.class);
    }

    @Test
    void missingMemberFails() {
        assertThatThrownBy(() -> check(answer(200, "application/json", "{}"))).isInstanceOf(AssertionError.class);
    }

    @Test
    void undocumentedStatusOrMediaTypeFails() {
        assertThatThrownBy(() -> check(answer(418, "application/json", "{\"status\":\"live\"}")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check(answer(200, "text/plain", "live"))).isInstanceOf(AssertionError.class);
    }

    @Test
    void undocumentedMemberOrParameterOfARequestFails() {
        var json = Map.of("Content-Type", "application/json");
        var body = "{\"email\":\"a@b.example\",\"password\":\"secret\",\"more\":1}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Contract.instance().checkGranted("POST", "/v1/sessions", json, body))
                .isInstanceOf(AssertionError.class);
        var page = "/v1/widget/settings?organizationId=1&apiKey=2";
        assertThatCode(() -> Contract.instance().checkGranted("GET", page, Map.of(), new byte[0]))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Contract.instance().checkGranted("GET", page + "&more=1", Map.of(), new byte[0]))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void undocumentedRouteFails() {
        var answer = answer(200, "application/json", "{}");
        assertThatThrownBy(() -> Contract.instance().check("GET", "/v1/secret", answer))
                .isInstanceOf(AssertionError.class);
    }
}
