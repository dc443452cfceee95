package io.chask.search;

import io.chask.database.TestDatabase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Searches in 10,000 conversations of 20 messages each, beside an organization of the same size. By its name it is no
/// test: `mvn -pl server test -Dtest=SearchBenchmark` runs it, and prints what it measured.
final class SearchBenchmark {

    private static final int RUNS = 15;

    @Test
    void tenThousandConversations() {
        try (var database = TestDatabase.create()) {
            var shop = SeededEntries.create(database, 10_000, 20);
            SeededEntries.create(database, 10_000, 20);
            database.execute("vacuum analyze");
            for (var words : List.of(
                    "zeppelin",
                    "refund",
                    "maria",
                    "order",
                    "maria refund",
                    "order refund",
                    "order zeppelin",
                    "maria order",
                    "order arrived",
                    "my order has not arrived since days",
                    "ma re",
                    "maria nowhere")) {
                measure(shop, words);
            }
        }
    }

    private static void measure(SeededEntries shop, String words) {
        double[] millis = new double[RUNS];
        int found = 0;
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            found = shop.find(words).size();
            millis[run] = (System.nanoTime() - begun) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf(
                "%-36s %3d of a page, first %6.1f ms, median %6.1f ms, slowest %6.1f ms%n",
                words, found, first, millis[RUNS / 2], millis[RUNS - 1]);
    }
}
