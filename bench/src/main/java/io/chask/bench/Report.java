package io.chask.bench;

import io.chask.bench.load.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;

/// The figures of one run: as a table for people, and as one JSON object for machines.
final class Report {

    private static final String ROW = "%-28s %12s %11s %11s %10s %10s %9s %9s %11s%n";

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /// A fact of the run or of its machine.
    void fact(String name, Object value) {
        facts.put(name, value);
    }

    /// A row of the load table.
    void row(Result result) {
        var row = new LinkedHashMap<String, Object>();
        row.put("load", result.name());
        row.put("deliveredPerSecond", Math.round(result.perSecond()));
        row.put("deliveryP50Ms", millis(result.delivery(), 50));
        row.put("deliveryP99Ms", millis(result.delivery(), 99));
        row.put("sentP50Ms", millis(result.sent(), 50));
        row.put("sentP99Ms", millis(result.sent(), 99));
        row.put("failures", result.failures());
        row.put("offered", result.offered());
        row.put("undelivered", result.undelivered());
        rows.add(row);
    }

    /// All facts of a run or of its machine.
    void facts(Map<String, Object> more) {
        facts.putAll(more);
    }

    /// The ratio of the deliveries of each closed loop to a figure of the same run.
    void ratios(String name, double figure) {
        for (var row : rows) {
            String load = String.valueOf(row.get("load"));
            if (load.startsWith("closed") && row.get("deliveredPerSecond") instanceof Long delivered) {
                fact(name + ", " + load, Math.round(100 * delivered / figure) / 100.0);
            }
        }
    }

    /// The table.
    String table() {
        var text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                ROW,
                "load",
                "delivered/s",
                "p50 ms",
                "p99 ms",
                "sent p50",
                "sent p99",
                "failures",
                "offered",
                "undelivered"));
        for (var row : rows) {
            text.append(String.format(Locale.ROOT, ROW, row.values().toArray()));
        }
        text.append("closed: the server sets the pace, so latencies are as the pairs felt them, not corrected;\n")
                .append("offered: counted from the appointed time, those that never came included.\n");
        facts.forEach((name, value) -> text.append(String.format(Locale.ROOT, "%-44s %s%n", name, value)));
        return text.toString();
    }

    /// One JSON object.
    String json() {
        return JsonMapper.shared().writeValueAsString(Map.of("facts", facts, "loads", rows));
    }

    private static double millis(Histogram histogram, double percentile) {
        return Math.round(histogram.getValueAtPercentile(percentile) / 1e4) / 100.0;
    }
}
