package io.chask.report;

import io.chask.database.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Counts a million messages of 250,000 conversations and measures the reports over all of them. By its name it is no
/// test: `mvn -pl server test -Dtest=ReportBenchmark` runs it, and prints what it measured.
final class ReportBenchmark {

    private static final int RUNS = 15;
    private static final Period YEAR =
            new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"), ZoneId.of("America/New_York"));

    // Four messages each, spread over 300 days; every second conversation is resolved.
    private static final String CONVERSATIONS = """
            insert into conversation (organization_id, id, visitor_id, last_sequence, created_at)
            select '%1$s', md5('c' || n)::uuid, '%2$s', 4, timestamptz '2026-02-01' + n * interval '103 s'
            from generate_series(1, 250000) n
            """;
    private static final String MESSAGES = """
            insert into message (organization_id, conversation_id, sequence, id, sender, content, created_at)
            select '%1$s', md5('c' || n)::uuid, s, md5(n || '/' || s)::uuid, case when s %% 2 = 1 then 'user' else 'agent' end,
              'message', timestamptz '2026-02-01' + n * interval '103 s' + s * (n %% 997 + 1) * interval '1 s'
            from generate_series(1, 250000) n, generate_series(1, 4) s
            """;
    private static final String RESOLVED = """
            insert into status_change (organization_id, conversation_id, status, after_sequence, changed_at)
            select '%1$s', md5('c' || n)::uuid, 'resolved', 4,
              timestamptz '2026-02-01' + n * interval '103 s' + (n %% 9973 + 4000) * interval '1 s'
            from generate_series(2, 250000, 2) n
            """;

    @Test
    void aMillionMessages() {
        try (var books = new Books()) {
            books.anew();
            fill(books.database(), books.organization(), books.visitor());
            long begun = System.nanoTime();
            books.count();
            System.out.printf("counted 1,000,000 messages in %.1f s%n", (System.nanoTime() - begun) / 1e9);
            books.database().execute("vacuum analyze");
            var reports = books.reports();
            measure("conversations", () -> reports.conversations(books.organization(), YEAR));
            measure("messages", () -> reports.messages(books.organization(), YEAR));
            measure("funnel", () -> reports.funnel(books.organization(), YEAR));
        }
    }

    private static void fill(TestDatabase database, UUID organization, UUID visitor) {
        for (var sql : new String[] {CONVERSATIONS, MESSAGES, RESOLVED}) {
            database.execute(sql.formatted(organization, visitor));
        }
        database.execute("vacuum analyze");
    }

    private static void measure(String name, Runnable report) {
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            report.run();
            millis[run] = (System.nanoTime() - begun) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf(
                "%-14s first %6.1f ms, median %6.1f ms, slowest %6.1f ms%n",
                name, first, millis[RUNS / 2], millis[RUNS - 1]);
    }
}
