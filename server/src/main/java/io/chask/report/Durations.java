package io.chask.report;

import io.chask.report.ConversationReport.Spread;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How long something took, each time of a period, by the days on which it came to its end. Its medians are exact.
final class Durations {

    private final Map<LocalDate, int[]> days = new HashMap<>();

    /// A day's seconds, packed: four bytes each, in any order.
    ///
    /// @return how many
    int add(LocalDate day, byte[] packed) {
        var seconds = new int[packed.length / Integer.BYTES];
        IntBuffer.wrap(seconds).put(ByteBuffer.wrap(packed).asIntBuffer());
        Arrays.sort(seconds);
        days.put(day, seconds);
        return seconds.length;
    }

    /// Of a day; none when nothing came to its end.
    @Nullable
    Spread of(LocalDate day) {
        var seconds = days.get(day);
        return seconds == null ? null : spread(seconds);
    }

    long count(LocalDate day) {
        var seconds = days.get(day);
        return seconds == null ? 0 : seconds.length;
    }

    long count() {
        return days.values().stream().mapToLong(seconds -> seconds.length).sum();
    }

    /// Of all days together; none when nothing came to its end.
    @Nullable
    Spread whole() {
        var all = IntBuffer.allocate(Math.toIntExact(count()));
        days.values().forEach(all::put);
        var seconds = all.array();
        // Made of sorted pieces: these are merged, not sorted anew.
        Arrays.sort(seconds);
        return seconds.length == 0 ? null : spread(seconds);
    }

    private static Spread spread(int[] sorted) {
        return new Spread(sorted.length, percentile(sorted, 0.5), percentile(sorted, 0.9));
    }

    /// Between two values by their distance, as SQL's `percentile_cont`.
    private static double percentile(int[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * ((double) sorted[above] - sorted[below]);
    }
}
