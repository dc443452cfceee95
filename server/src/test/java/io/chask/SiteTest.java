package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is hosted beside the API, on files of the test class path.
final class SiteTest {

    private static final String CSP = "Content-Security-Policy";

    private final RunningServer server = RunningServer.shared();
    private final Http http = Http.anonymous(server);

    @Test
    void versionedWidgetFilesNeverChangeAndEveryPageMayLoadThem() {
        var file = http.get("/widget/9.9.9/test.js").expect(200);
        assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(file.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(file.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(file.header("Timing-Allow-Origin")).isEqualTo("*");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Type")).startsWith("text/javascript");
    }

    @Test
    void movingWidgetFilesAreCachedShortlyAndRevalidated() {
        var file = http.get("/widget/test.json").expect(200);
        assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=300");
        http.with("If-None-Match", file.header("ETag")).get("/widget/test.json").expect(304);
    }

    @Test
    void filesAreSentCompressedToWhoTakesIt() {
        var plain = http.get("/widget/9.9.9/test.js").expect(200);
        var packed = http.with("Accept-Encoding", "gzip")
                .get("/widget/9.9.9/test.js")
                .expect(200);
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.bytes().length).isLessThan(plain.bytes().length);
        assertThat(packed.header("Vary")).contains("Accept-Encoding");
    }

    @Test
    void consoleRunsNothingInlineAndCannotBeFramed() {
        var page = http.get("/console/test.html").expect(200);
        assertThat(page.header(CSP))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(http.get("/console/assets/test-abc.js").header("Cache-Control"))
                .contains("immutable");
    }

    @Test
    void demoAndDocumentationAreServed() {
        assertThat(http.get("/demo/test.html").expect(200).header(CSP)).contains("frame-ancestors 'none'");
        http.get("/docs/test.html").expect(200);
        assertThat(http.get("/docs/_astro/test.css").expect(200).header("Cache-Control"))
                .contains("immutable");
    }

    @Test
    void demoConfigurationNamesARealOrganization() {
        var config = http.get("/demo/config.json").expect(200);
        assertThat(config.at("/baseUrl")).isEqualTo(server.ownOrigin());
        Http.anonymous(server)
                .with("Origin", server.ownOrigin())
                .get("/v1/widget/settings?organizationId=" + config.at("/organizationId") + "&apiKey="
                        + config.at("/apiKey"))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console", "/demo", "/docs"})
    void shortAddressesLeadOn(String path) {
        assertThat(http.get(path).expect(302).header("Location")).matches("/(console|demo|docs)/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/..;/v1/conversations",
                "/console/%2e%2e/%2e%2e/application.properties",
                "/widget/..%2f..%2fdb/migration/V1__foundation.sql",
                "/docs/%5c..%5c..%5cdb",
                "/widget//9.9.9/test.js",
                "/%2e%2e/v1/conversations"
            })
    void s23CrookedPathsLeadNowhere(String path) {
        assertThat(http.get(path).status()).isIn(400, 401, 404);
    }

    @Test
    void figuresAreForThisMachineOrWhoHasTheToken() {
        http.get("/metrics").expect(200);
        http.with("X-Forwarded-For", "203.0.113.1").get("/metrics").expectProblem(403, "AUTH_ERROR", "ACCESS_DENIED");
        http.with("Authorization", "Bearer wrong").get("/metrics").expectProblem(403, "AUTH_ERROR", "ACCESS_DENIED");
        var elsewhere = http.with("X-Forwarded-For", "203.0.113.1");
        var right = elsewhere.with("Authorization", "Bearer " + RunningServer.METRICS_TOKEN);
        assertThat(right.get("/metrics").expect(200).text()).contains("chask_streams_open");
    }
}
