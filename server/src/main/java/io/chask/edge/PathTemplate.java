package io.chask.edge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A path with named parts, see [Routes].
record PathTemplate(String text, List<String> parts) {
    static PathTemplate of(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a template begins with a slash: " + text);
        }
        return new PathTemplate(text, List.of(text.substring(1).split("/", -1)));
    }

    /// The named parts' values, decoded; empty when the path is not of this template.
    ///
    /// @param path decoded parts of a request's path
    Optional<Map<String, String>> match(List<String> path) {
        boolean open = open();
        int fixed = open ? parts.size() - 1 : parts.size();
        if (open ? path.size() < fixed : path.size() != fixed) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (int at = 0; at < fixed; at++) {
            if (named(parts.get(at))) {
                values.put(name(parts.get(at)), path.get(at));
            } else if (!parts.get(at).equals(path.get(at))) {
                return Optional.empty();
            }
        }
        if (open) {
            values.put(name(parts.get(fixed)).replace("*", ""), String.join("/", path.subList(fixed, path.size())));
        }
        return Optional.of(values);
    }

    /// Whether the last part takes the rest of the path.
    boolean open() {
        return parts.getLast().endsWith("*}");
    }

    /// How many parts are literal: the more, the sooner it is tried.
    long literals() {
        return parts.stream().filter(part -> !named(part)).count();
    }

    private static boolean named(String part) {
        return part.startsWith("{") && part.endsWith("}");
    }

    private static String name(String part) {
        return part.substring(1, part.length() - 1);
    }
}
