package io.chask.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Shows where in a text the words stand that were looked for.
///
/// @param hits words as they stand in the texts
public record Highlighter(Set<String> hits) {

    /// Longest extract of a text.
    private static final int WINDOW = 180;
    private static final int BEFORE = 40;

    public Highlighter {
        hits = Set.copyOf(hits);
    }

    /// Whether the text has any of the words.
    public boolean marks(String text) {
        return Words.in(text).stream().anyMatch(place -> hits.contains(place.word()));
    }

    /// The text, or of a long one the part around the first hit.
    public List<Segment> segments(String text) {
        var found = Words.in(text).stream()
                .filter(place -> hits.contains(place.word()))
                .toList();
        int start = found.isEmpty() || text.length() <= WINDOW
                ? 0
                : boundary(text, found.getFirst().start() - BEFORE);
        int end = text.length() - start <= WINDOW ? text.length() : boundary(text, start + WINDOW);
        List<Segment> segments = new ArrayList<>();
        add(segments, start > 0 ? "…" : "", false);
        int at = start;
        for (var place : found) {
            if (place.start() >= at && place.end() <= end) {
                add(segments, text.substring(at, place.start()), false);
                add(segments, place.word(), true);
                at = place.end();
            }
        }
        add(segments, text.substring(at, Math.max(at, end)), false);
        add(segments, end < text.length() ? "…" : "", false);
        return segments;
    }

    private static void add(List<Segment> segments, String text, boolean hit) {
        if (!text.isEmpty()) {
            segments.add(new Segment(text, hit));
        }
    }

    /// The last blank before, where there is one near; never inside of a character.
    private static int boundary(String text, int wanted) {
        int at = Math.clamp(wanted, 0, text.length());
        int blank = text.lastIndexOf(' ', at);
        if (blank >= 0 && at - blank <= 20) {
            return blank + 1;
        }
        boolean splits = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return splits ? at - 1 : at;
    }
}
