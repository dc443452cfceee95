package io.chask.edge;

import io.chask.wire.Reason;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Files from the class path, for routes whose template ends with `{path*}`. A folder's `index.html` answers for it;
/// the
/// nearest `404.html` above answers for what is not there. Sent compressed: a `.br` or `.gz` file beside is taken, else
/// gzip is made once.
public final class StaticFiles implements Handler {
    private final String root;
    private final Predicate<String> immutable;
    private final Duration freshFor;
    // Bounded by the files there are: only found ones are kept.
    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    private StaticFiles(String root, Predicate<String> immutable, Duration freshFor) {
        this.root = root;
        this.immutable = immutable;
        this.freshFor = freshFor;
    }

    /// The files below this folder of the class path, such as `static/console`; always revalidated by `ETag`.
    public static StaticFiles of(String root) {
        return new StaticFiles(root, _ -> false, Duration.ZERO);
    }

    /// With files whose content never changes under its name, cached for a year.
    ///
    /// @param paths tells them by their path below the root
    public StaticFiles immutable(Predicate<String> paths) {
        return new StaticFiles(root, paths, freshFor);
    }

    /// With the other files cached for so long without asking.
    public StaticFiles freshFor(Duration time) {
        return new StaticFiles(root, immutable, time);
    }

    /// A handler for one file, such as `widget.js`, under a template of its own.
    public Handler file(String path) {
        return request -> answer(request, path);
    }

    @Override
    public Response handle(Request request) {
        return answer(request, request.pathParameter("path"));
    }

    private Response answer(Request request, String path) {
        var indexed = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        var found = find(indexed);
        if (found.isPresent()) {
            return found.get().response(request, 200, cacheControl(indexed));
        }
        if (!path.isEmpty() && !path.endsWith("/") && find(path + "/index.html").isPresent()) {
            return Response.redirect(request.path() + "/");
        }
        return missing(request, path);
    }

    private Response missing(Request request, String path) {
        var folder = path;
        while (!folder.isEmpty()) {
            int slash = folder.lastIndexOf('/');
            folder = slash < 0 ? "" : folder.substring(0, slash);
            var page = find(folder.isEmpty() ? "404.html" : folder + "/404.html");
            if (page.isPresent()) {
                return page.get().response(request, 404, "no-cache");
            }
        }
        throw new Refused(Reason.NOT_FOUND);
    }

    private String cacheControl(String path) {
        if (immutable.test(path)) {
            return "public, max-age=31536000, immutable";
        }
        return freshFor.isZero() ? "no-cache" : "public, max-age=" + freshFor.toSeconds();
    }

    private Optional<StaticFile> find(String path) {
        var known = files.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        // The ready-made compressions are no files of their own.
        var lower = path.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".br") || lower.endsWith(".gz")) {
            return Optional.empty();
        }
        var loaded = StaticFile.load(root + "/" + path);
        loaded.ifPresent(file -> files.put(path, file));
        return loaded;
    }
}
