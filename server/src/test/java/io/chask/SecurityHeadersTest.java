package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.edge.Routes;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Walks over every operation of the contract, every other route there is, and what is no route: no answer goes out
/// without the headers that tell a browser what it must not do with it.
final class SecurityHeadersTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// A new page of the server's own belongs in here.
    private static final Set<String> PAGES = Set.of("console", "demo", "docs");

    private final RunningServer server = RunningServer.shared();

    /// A request that the walk makes, as somebody unknown.
    record Step(String method, String path) {

        static Step of(String operation) {
            var words = operation.split(" ", 2);
            return new Step(words[0], words[1]);
        }

        /// The path with something in the place of its parameters.
        Step filled(String rest) {
            var path =
                    this.path.replace("{path*}", rest).replaceAll("\\{\\w+}", "0190f3c2-0000-7000-8000-00000000002a");
            return new Step(method, path);
        }

        String area() {
            return path.split("[/?]", 3)[1];
        }
    }

    static Stream<Step> answers() {
        var operations = new TreeSet<>(Contract.instance().operations());
        RunningServer.shared().routes().stream()
                .map(SecurityHeadersTest::operation)
                .forEach(operations::add);
        var known = operations.stream().map(Step::of).toList();
        var paths = known.stream().map(Step::path).collect(Collectors.toCollection(TreeSet::new));
        return Stream.of(
                        known.stream().map(step -> step.filled("test.html")),
                        known.stream().map(step -> step.filled("no/such.file")),
                        paths.stream().map(path -> new Step("OPTIONS", path).filled("test.html")),
                        paths.stream().map(path -> new Step("PUT", path).filled("test.html")),
                        Stream.of(
                                        "/",
                                        "/nothing",
                                        "/v1",
                                        "/console/..;/v1",
                                        "/widget/%2e%2e/x",
                                        "/console/assets/test-abc.js")
                                .map(path -> new Step("GET", path)),
                        Stream.of("/widget/9.9.9/test.js", "/widget/test.json", "/docs/_astro/test.css")
                                .map(path -> new Step("GET", path)))
                .flatMap(steps -> steps)
                .distinct();
    }

    private static String operation(Routes.Entry entry) {
        return entry.method() + " " + entry.template();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerTellsTheBrowserWhatItMustNotDo(Step step) {
        var headers = headersOf(step);
        assertThat(one(headers, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(one(headers, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(one(headers, "Permissions-Policy")).contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(one(headers, "Cross-Origin-Resource-Policy")).isEqualTo(readers(step));
        assertThat(one(headers, "Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors " + framers(step));
        // The proxy that speaks TLS promises it, for it answers for the whole host.
        assertThat(headers.allValues("Strict-Transport-Security")).isEmpty();
        assertThat(headers.allValues("Server")).isEmpty();
        if (PAGES.contains(step.area()) && !step.path().contains("..")) {
            assertThat(one(headers, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        }
    }

    /// Nobody, save that the console shows the widget's preview in a sandbox.
    private static String framers(Step step) {
        return step.path().startsWith("/console/preview") ? "'self'; sandbox allow-scripts;" : "'none'";
    }

    /// Only what foreign pages embed or ask may be read by them.
    private static String readers(Step step) {
        boolean stream = step.path().startsWith("/v1/stream/") || step.equals(new Step("GET", "/v1/stream"));
        boolean tickets = step.path().startsWith("/v1/stream/tickets");
        boolean visitors = step.path().startsWith("/v1/widget/")
                || (stream && !tickets)
                || step.path().matches("/v1/attachments/.+");
        boolean scripts = step.path().startsWith("/widget") && !step.path().contains("%");
        return visitors || scripts ? "cross-origin" : "same-origin";
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "demo", "docs"})
    void pagesRunNoScriptMadeOfTextAndNoneFromElsewhere(String area) {
        var policy = one(headersOf(new Step("GET", "/" + area + "/test.html")), "Content-Security-Policy");
        assertThat(policy)
                .contains("require-trusted-types-for 'script'")
                .contains(area.equals("docs") ? "trusted-types default" : "trusted-types 'none'")
                .contains("base-uri 'none'")
                .doesNotContain("'unsafe-eval'", "script-src 'unsafe-inline'", "http:", "https:", "*");
    }

    @Test
    void s31TheConsoleAndEverythingOfItCannotBeFramed() {
        for (var path : new String[] {"/console/", "/console/test.html", "/console/nothing", "/v1/sessions/current"}) {
            assertThat(one(headersOf(new Step("GET", path)), "Content-Security-Policy"))
                    .contains("frame-ancestors 'none'");
        }
    }

    private HttpHeaders headersOf(Step step) {
        var request = HttpRequest.newBuilder(server.base().resolve(step.path()))
                .method(step.method(), BodyPublishers.noBody())
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).headers();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(step.toString(), failure);
        }
    }

    /// The only value there may be: a header that stands twice means what nobody intended.
    private static String one(HttpHeaders headers, String name) {
        assertThat(headers.allValues(name)).as(name).hasSize(1);
        return headers.allValues(name).getFirst();
    }
}
