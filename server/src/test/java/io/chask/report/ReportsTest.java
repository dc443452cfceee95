package io.chask.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.report.ConversationReport.Day;
import io.chask.report.ConversationReport.Spread;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the reports say about conversations of which everything is known.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportsTest {

    private final Books books = new Books();

    @AfterAll
    void close() {
        books.close();
    }

    @BeforeEach
    void begin() {
        books.anew();
    }

    private static Period period(String from, String to, String zone) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone));
    }

    private ConversationReport conversations(Period period) {
        books.count();
        return books.reports().conversations(books.organization(), period);
    }

    @Test
    void openedAndResolvedCountOnTheDaysTheyHappened() {
        books.conversation("2026-05-04T10:00:00Z")
                .says("agent", "2026-05-04T10:01:00Z")
                .becomes("resolved", "2026-05-05T10:00:00Z");
        books.conversation("2026-05-05T08:00:00Z").says("agent", "2026-05-05T08:02:00Z");
        var report = conversations(period("2026-05-04", "2026-05-06", "UTC"));
        assertThat(report.days())
                .containsExactly(
                        new Day(LocalDate.parse("2026-05-04"), 1, 0, new Spread(1, 60, 60), null),
                        new Day(
                                LocalDate.parse("2026-05-05"),
                                1,
                                1,
                                new Spread(1, 120, 120),
                                new Spread(1, 86_400, 86_400)),
                        new Day(LocalDate.parse("2026-05-06"), 0, 0, null, null));
        assertThat(report.total())
                .isEqualTo(new ConversationReport.Total(2, 1, new Spread(2, 90, 114), new Spread(1, 86_400, 86_400)));
        assertThat(report.before()).isEqualTo(new ConversationReport.Total(0, 0, null, null));
    }

    @Test
    void theMedianAndTheNinthTenthAreExact() {
        for (int minutes = 1; minutes <= 11; minutes++) {
            books.conversation("2026-05-04T10:00:00Z").says("agent", "2026-05-04T10:%02d:00Z".formatted(minutes));
        }
        var total = conversations(period("2026-05-04", "2026-05-04", "UTC")).total();
        assertThat(total.firstResponse()).isEqualTo(new Spread(11, 360, 600));
    }

    @Test
    void timesOfManyConversationsAreThoseAnIndependentCountFinds() {
        books.many(500);
        var report = conversations(period("2026-10-30", "2026-11-04", "America/New_York"));
        assertThat(report.days().stream().map(Day::firstResponse).filter(Objects::nonNull))
                .hasSizeGreaterThan(4)
                .containsExactlyElementsOf(books.spreads("group by (m.created_at at time zone 'America/New_York')::date"
                        + " order by (m.created_at at time zone 'America/New_York')::date"));
        assertThat(report.total().firstResponse())
                .isEqualTo(books.spreads("").getFirst())
                .extracting(Spread::count)
                .isEqualTo(500L);
        assertThat(conversations(period("2026-11-05", "2026-11-10", "America/New_York"))
                        .before()
                        .firstResponse())
                .isEqualTo(report.total().firstResponse());
    }

    @Test
    void onlyTheFirstAnswerCountsAndTheSystemGivesNone() {
        books.conversation("2026-05-04T10:00:00Z")
                .says("system", "2026-05-04T10:00:01Z")
                .says("user", "2026-05-04T10:03:00Z")
                .says("agent", "2026-05-04T10:05:00Z")
                .says("user", "2026-05-04T10:06:00Z")
                .says("agent", "2026-05-04T10:30:00Z");
        var total = conversations(period("2026-05-04", "2026-05-04", "UTC")).total();
        assertThat(total.firstResponse()).isEqualTo(new Spread(1, 300, 300));
    }

    @Test
    void aConversationOpenedAgainByItsVisitorIsResolvedTwice() {
        books.conversation("2026-05-04T10:00:00Z")
                .becomes("resolved", "2026-05-04T10:10:00Z")
                .says("user", "2026-05-04T12:00:00Z")
                .becomes("resolved", "2026-05-04T12:20:00Z");
        var total = conversations(period("2026-05-04", "2026-05-04", "UTC")).total();
        assertThat(total.opened()).isEqualTo(1);
        assertThat(total.resolution()).isEqualTo(new Spread(2, 900, 1140));
    }

    @Test
    void aResolutionTakenBackAtOnceDoesNotCount() {
        var thread = books.conversation("2026-05-04T10:00:00Z").becomes("resolved", "2026-05-04T10:10:00Z");
        books.count();
        thread.becomes("open", "2026-05-04T10:14:00Z").becomes("resolved", "2026-05-04T11:00:00Z");
        assertThat(conversations(period("2026-05-04", "2026-05-04", "UTC"))
                        .total()
                        .resolution())
                .isEqualTo(new Spread(1, 3600, 3600));
        thread.becomes("open", "2026-05-04T11:06:00Z").becomes("resolved", "2026-05-04T11:16:00Z");
        assertThat(conversations(period("2026-05-04", "2026-05-04", "UTC"))
                        .total()
                        .resolution())
                .isEqualTo(new Spread(2, 2100, 3300));
    }

    @Test
    void daysAreThoseOfTheZoneAlsoWhenItsClocksChange() {
        // New York: 23 hours on 8 March 2026, 25 on 1 November.
        for (var at : List.of(
                "2026-03-08T04:59:59Z", "2026-03-08T05:00:00Z", "2026-03-09T03:59:59Z", "2026-03-09T04:00:00Z")) {
            books.conversation(at);
        }
        var spring = conversations(period("2026-03-07", "2026-03-09", "America/New_York"));
        assertThat(spring.days()).extracting(Day::opened).containsExactly(1L, 2L, 1L);
        for (var at : List.of(
                "2026-11-01T03:59:59Z", "2026-11-01T04:00:00Z", "2026-11-02T04:59:59Z", "2026-11-02T05:00:00Z")) {
            books.conversation(at);
        }
        var autumn = conversations(period("2026-10-31", "2026-11-02", "America/New_York"));
        assertThat(autumn.days()).extracting(Day::opened).containsExactly(1L, 2L, 1L);
        var year = conversations(period("2026-03-01", "2026-11-30", "America/New_York"));
        assertThat(year.days().stream()
                        .filter(day -> day.opened() > 0)
                        .map(day -> day.day().toString()))
                .containsExactly("2026-03-07", "2026-03-08", "2026-03-09", "2026-10-31", "2026-11-01", "2026-11-02");
    }

    @Test
    void hoursAreThoseOfTheZoneAlsoWhereTheyBeginAtAQuarter() {
        books.conversation("2026-05-04T10:10:00Z").says("agent", "2026-05-04T10:20:00Z");
        books.count();
        var nepal =
                books.reports().messages(books.organization(), period("2026-05-04", "2026-05-04", "Asia/Kathmandu"));
        assertThat(nepal.hours()).hasSize(24);
        assertThat(nepal.hours().get(15)).isEqualTo(new MessageReport.Hour(15, 1, 0));
        assertThat(nepal.hours().get(16)).isEqualTo(new MessageReport.Hour(16, 0, 1));
        assertThat(nepal.total()).isEqualTo(new MessageReport.Total(1, 1));
        var next = books.reports().messages(books.organization(), period("2026-05-05", "2026-05-05", "Asia/Kathmandu"));
        assertThat(next.total()).isEqualTo(new MessageReport.Total(0, 0));
        assertThat(next.before()).isEqualTo(new MessageReport.Total(1, 1));
    }

    @Test
    void anotherOrganizationsFiguresAreNotCounted() {
        books.conversation("2026-05-04T10:00:00Z");
        books.count();
        books.anew();
        assertThat(conversations(period("2026-05-04", "2026-05-04", "UTC"))
                        .total()
                        .opened())
                .isZero();
    }
}
