package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An HTTP answer as a test sees it.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Answer(int status, HttpHeaders headers, byte[] bytes) {

    private static final JsonMapper JSON = new JsonMapper();

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JSON.readTree(bytes);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /// The member at this path, such as `/visitor/name`, as text.
    String at(String pointer) {
        return json().at(pointer).asString();
    }

    /// Fails unless the status is this one.
    Answer expect(int expected) {
        assertThat(status).as(text()).isEqualTo(expected);
        return this;
    }

    /// Fails unless it is a problem of this status, code and reason.
    Answer expectProblem(int expected, String code, String reason) {
        expect(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(at("/reason")).isEqualTo(reason);
        assertThat(at("/code")).isEqualTo(code);
        assertThat(json().at("/status").asInt()).isEqualTo(expected);
        assertThat(at("/type"))
                .isEqualTo("/docs/errors/#" + reason.toLowerCase(Locale.ROOT).replace('_', '-'));
        return this;
    }
}
