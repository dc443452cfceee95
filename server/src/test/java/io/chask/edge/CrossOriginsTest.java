package io.chask.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.wire.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossOriginsTest {
    private static final String SHOP = "https://shop.example";
    private static final String EVIL = "https://evil.example";
    private EdgeFixture edge;

    @BeforeAll
    void start() {
        edge = EdgeFixture.withRoutes(routes -> {
            routes.group(RoutePolicy.crossOriginApi()).post("/v1/widget/session", request -> {
                if (!request.origin().equals(Optional.of(SHOP))) {
                    throw new Refused(Reason.ORIGIN_NOT_ALLOWED);
                }
                request.allowOrigin();
                return Response.json(200, Map.of("ok", true));
            });
            routes.group(RoutePolicy.crossOriginApi())
                    .get("/v1/widget/careless", _ -> Response.json(200, Map.of("secret", true)));
            routes.group(RoutePolicy.api()).get("/v1/agents", _ -> Response.json(200, Map.of("ok", true)));
            routes.group(RoutePolicy.publicFiles()).get("/widget.js", _ -> Response.text(200, "text/javascript", "1"));
        });
    }

    @AfterAll
    void stop() {
        edge.close();
    }

    private Map<String, List<String>> headers(String method, String path, String origin) {
        return edge.send(method, path, request -> request.header("Origin", origin))
                .headers()
                .map();
    }

    @Test
    void anAllowedOriginMayReadTheAnswer() {
        var answer = headers("POST", "/v1/widget/session", SHOP);
        assertThat(answer.get("access-control-allow-origin")).containsExactly(SHOP);
        assertThat(answer.get("vary")).containsExactly("Origin");
        assertThat(answer).doesNotContainKey("access-control-allow-credentials");
    }

    @Test
    void aForeignOriginMayReadTheErrorThatSaysSo() {
        var answer = edge.send("POST", "/v1/widget/session", request -> request.header("Origin", EVIL));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(EVIL);
        assertThat(EdgeFixture.json(answer).path("reason").asString()).isEqualTo("ORIGIN_NOT_ALLOWED");
    }

    @Test
    void whatNobodyDecidedStaysUnreadable() {
        assertThat(headers("GET", "/v1/widget/careless", SHOP)).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void aPreflightIsAnsweredForEveryoneBecauseItNamesNoOrganization() {
        var answer = edge.send(
                "OPTIONS",
                "/v1/widget/session",
                request -> request.header("Origin", EVIL)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-type,authorization"));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(EVIL);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).contains("POST, OPTIONS");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("Authorization, Content-Type, Chask-Stream");
    }

    @Test
    void routesOfAgentsAnswerNoOtherOrigin() {
        assertThat(headers("GET", "/v1/agents", SHOP)).doesNotContainKey("access-control-allow-origin");
        var preflight = edge.send(
                "OPTIONS",
                "/v1/agents",
                request -> request.header("Origin", SHOP).header("Access-Control-Request-Method", "GET"));
        assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void publicFilesAreReadableByEveryone() {
        var answer = headers("GET", "/widget.js", SHOP);
        assertThat(answer.get("access-control-allow-origin")).containsExactly("*");
        assertThat(answer.get("cross-origin-resource-policy")).containsExactly("cross-origin");
    }
}
