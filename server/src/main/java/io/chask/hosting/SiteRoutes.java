package io.chask.hosting;

import io.chask.edge.Handler;
import io.chask.edge.Response;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;
import io.chask.edge.StaticFiles;
import java.time.Duration;
import java.util.regex.Pattern;

/// The web pages and scripts that come in the jar.
public final class SiteRoutes {

    private static final Pattern VERSIONED = Pattern.compile("\\d+\\.\\d+\\.\\d+[^/]*/.+");

    // Text never becomes markup or script: no code of ours may make a policy that turns one into the other.
    private static final String TEXT_STAYS_TEXT = "; require-trusted-types-for 'script'; trusted-types 'none'";

    // The console loads nothing from elsewhere and runs nothing inline; its theme goes through adopted style sheets.
    private static final String CONSOLE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
                    + "font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; "
                    + "frame-ancestors 'none'" + TEXT_STAYS_TEXT;

    // The widget as the console shows it before a look is saved: in a frame without an origin, out of which nothing
    // gets.
    private static final String PREVIEW =
            "default-src 'none'; script-src 'self'; img-src https: data:; form-action 'none'; base-uri 'none'; "
                    + "frame-ancestors 'self'; sandbox allow-scripts" + TEXT_STAYS_TEXT;

    private static final String DEMO =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self'; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                    + TEXT_STAYS_TEXT;

    // Nothing inline: the site's build moves its generator's scripts into files. Its search is WebAssembly, and its
    // code samples carry their colours in style attributes. The search's window writes markup; the policy `default`
    // (docs/src/components/Head.astro) lets nothing through but what marks the words found.
    private static final String DOCUMENTATION =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                    + "; require-trusted-types-for 'script'; trusted-types default";

    private SiteRoutes() {}

    /// Adds everything below `/widget`, `/console` and `/docs`, and what `/` means.
    public static void addTo(Routes routes) {
        var widget = StaticFiles.of("static/widget")
                .freshFor(Duration.ofMinutes(5))
                .immutable(path -> VERSIONED.matcher(path).matches());
        routes.group(RoutePolicy.publicFiles())
                .get("/widget.js", timed(widget.file("widget.js")))
                .get("/widget/{path*}", timed(widget));
        routes.group(RoutePolicy.pages(PREVIEW)).get("/console/preview", widget.file("preview.html"));
        routes.group(RoutePolicy.pages(CONSOLE))
                .get("/", _ -> temporarily("/console/"))
                .get("/console", _ -> temporarily("/console/"))
                .get(
                        "/console/{path*}",
                        StaticFiles.of("static/console").immutable(path -> path.startsWith("assets/")));
        routes.group(RoutePolicy.pages(DOCUMENTATION))
                .get("/docs", _ -> temporarily("/docs/"))
                .get("/docs/{path*}", StaticFiles.of("static/docs").immutable(path -> path.startsWith("_astro/")));
    }

    /// Adds everything below `/demo`.
    ///
    /// @param config answers `/demo/config.json`, which the documentation's playground asks for too
    public static void addDemoTo(Routes routes, Handler config) {
        routes.group(RoutePolicy.pages(DEMO))
                .get("/demo", _ -> temporarily("/demo/"))
                .get("/demo/config.json", config)
                .get("/demo/{path*}", StaticFiles.of("static/demo").immutable(path -> path.startsWith("assets/")));
    }

    private static Response temporarily(String location) {
        return Response.empty(302).with("Location", location).with("Cache-Control", "no-cache");
    }

    /// Lets the host page see how long the script took to load.
    private static Handler timed(Handler handler) {
        return request -> handler.handle(request).with("Timing-Allow-Origin", "*");
    }
}
