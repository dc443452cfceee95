package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.report.ReportCounter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Counts a million messages of 250,000 conversations and measures the reports over all of them as the console's page
/// asks
/// for them: over HTTP, one after the other and all at once. By its name it is no ordinary test: `./chask test --long`
/// runs it, and so does `mvn -pl server test -Dtest=ReportBenchmark`; it prints what it measured.
final class ReportBenchmark {

    private static final int ROUNDS = 15;
    /// Milliseconds that a report may take.
    private static final double LIMIT = 300;

    private static final List<String> REPORTS =
            List.of("conversations", "messages", "funnel", "satisfaction", "ratings");
    private static final String YEAR = "?from=2026-01-01&to=2026-12-31&timeZone=America/New_York";

    /// Four messages each, spread over 300 days; every second conversation is resolved, every fourth rated.
    private static final List<String> BOOKS = List.of("""
            insert into visitor (organization_id, id, name) values ('%1$s', md5('v')::uuid, 'Grace')
            """, """
            insert into conversation (organization_id, id, visitor_id, last_sequence, created_at)
            select '%1$s', md5('c' || n)::uuid, md5('v')::uuid, 4, timestamptz '2026-02-01' + n * interval '103 s'
            from generate_series(1, 250000) n
            """, """
            insert into message (organization_id, conversation_id, sequence, id, sender, content, created_at)
            select '%1$s', md5('c' || n)::uuid, s, md5(n || '/' || s)::uuid,
              case when s %% 2 = 1 then 'user' else 'agent' end, 'message',
              timestamptz '2026-02-01' + n * interval '103 s' + s * (n %% 997 + 1) * interval '1 s'
            from generate_series(1, 250000) n, generate_series(1, 4) s
            """, """
            insert into status_change (organization_id, conversation_id, status, after_sequence, changed_at)
            select '%1$s', md5('c' || n)::uuid, 'resolved', 4,
              timestamptz '2026-02-01' + n * interval '103 s' + (n %% 9973 + 4000) * interval '1 s'
            from generate_series(2, 250000, 2) n
            """, """
            insert into rating (organization_id, conversation_id, resolution, score, comment, rated_at)
            select organization_id, conversation_id, number, number %% 5 + 1, 'That was quick.', changed_at
            from status_change where organization_id = '%1$s' and number %% 2 = 0
            """);

    private final Map<String, double[]> alone = new TreeMap<>();
    private final Map<String, double[]> together = new TreeMap<>();

    @Test
    void eachReportOfAMillionMessagesTakesLessThan300MillisecondsAlsoWhenThePageAsksForAll() throws Exception {
        try (var server = RunningServer.start(Map.of());
                var page = Executors.newVirtualThreadPerTaskExecutor()) {
            var shop = server.shop();
            fill(server, shop);
            var agent = shop.agent();
            assertThat(total(agent, "conversations")).startsWith("{\"opened\":250000,\"resolved\":125000");
            assertThat(total(agent, "messages")).isEqualTo("{\"visitor\":500000,\"agent\":500000}");
            for (int round = 0; round < ROUNDS; round++) {
                for (var report : REPORTS) {
                    note(alone, report, round, ask(agent, report));
                }
                askAll(agent, page, round);
            }
        }
        alone.forEach((report, took) -> print("alone", report, took));
        together.forEach((report, took) -> print("at once", report, took));
        assertThat(alone.values()).allSatisfy(took -> assertThat(median(took)).isLessThan(LIMIT));
        assertThat(together.values())
                .allSatisfy(took -> assertThat(median(took)).isLessThan(LIMIT));
    }

    private static void fill(RunningServer server, Shop shop) {
        BOOKS.forEach(sql -> server.database().execute(sql.formatted(shop.id())));
        server.database().execute("vacuum analyze");
        long begun = System.nanoTime();
        // A counter that begins now: the server's own has looked for what is behind before there was anything.
        try (var watcher = Database.open(server.database().owner(), DatabaseRole.WATCHER, 1)) {
            new ReportCounter(server.database().application(), watcher).catchUp();
        }
        System.out.printf("report: counted 1,000,000 messages in %.1f s%n", millisSince(begun) / 1000);
        countRatings(server, shop);
        server.database().execute("vacuum analyze");
    }

    /// As they are counted in the transaction that rates.
    private static void countRatings(RunningServer server, Shop shop) {
        server.database().execute("""
                insert into report_quarter as q (organization_id, quarter, rated_1, rated_2, rated_3, rated_4, rated_5)
                select organization_id, date_bin('15 min', rated_at, 'epoch'), count(*) filter (where score = 1),
                  count(*) filter (where score = 2), count(*) filter (where score = 3), count(*) filter (where score = 4),
                  count(*) filter (where score = 5)
                from rating where organization_id = '%1$s' group by 1, 2
                on conflict (organization_id, quarter) do update set rated_1 = excluded.rated_1, rated_2 = excluded.rated_2,
                  rated_3 = excluded.rated_3, rated_4 = excluded.rated_4, rated_5 = excluded.rated_5
                """.formatted(shop.id()));
    }

    private static String total(Http agent, String report) {
        return agent.get("/v1/reports/" + report + YEAR)
                .expect(200)
                .json()
                .at("/report/total")
                .toString();
    }

    private static double ask(Http agent, String report) {
        long begun = System.nanoTime();
        agent.get("/v1/reports/" + report + YEAR).expect(200);
        return millisSince(begun);
    }

    private void askAll(Http agent, ExecutorService page, int round) throws Exception {
        long begun = System.nanoTime();
        List<Future<Double>> asked = new ArrayList<>();
        for (var report : REPORTS) {
            asked.add(page.submit(() -> ask(agent, report)));
        }
        for (int each = 0; each < REPORTS.size(); each++) {
            note(together, REPORTS.get(each), round, asked.get(each).get());
        }
        note(together, "the whole page", round, millisSince(begun));
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private static void note(Map<String, double[]> times, String what, int round, double millis) {
        times.computeIfAbsent(what, _ -> new double[ROUNDS])[round] = millis;
    }

    private static double median(double[] times) {
        return Arrays.stream(times).sorted().toArray()[ROUNDS / 2];
    }

    private static void print(String how, String what, double[] times) {
        System.out.printf(
                "report: %-7s %-14s first %6.1f ms, median %6.1f ms, slowest %6.1f ms%n",
                how, what, times[0], median(times), Arrays.stream(times).max().orElseThrow());
    }
}
