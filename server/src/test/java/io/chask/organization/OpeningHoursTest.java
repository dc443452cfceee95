package io.chask.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chask.organization.OpeningHours.DayOff;
import io.chask.organization.OpeningHours.Opening;
import io.chask.organization.OpeningHours.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OpeningHoursTest {

    private static final int HOUR = 60;
    private static final int SUNDAY = 7;

    private static OpeningHours in(String zone, Span... week) {
        return new OpeningHours(ZoneId.of(zone), List.of(week), List.of());
    }

    private static Span span(int day, int from, int until) {
        return new Span(day, from * HOUR, until * HOUR);
    }

    private static Opening opening(String from, String until) {
        return new Opening(Instant.parse(from), Instant.parse(until));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @Test
    void aDayMayHaveSeveralSpans() {
        var hours = in("America/Lima", span(3, 9, 13), span(3, 14, 18));
        // Wednesday; Lima is five hours behind.
        assertThat(hours.isOpen(at("2026-11-25T13:59:59Z"))).isFalse();
        assertThat(hours.isOpen(at("2026-11-25T14:00:00Z"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-25T18:00:00Z"))).isFalse();
        assertThat(hours.isOpen(at("2026-11-25T19:00:00Z"))).isTrue();
        assertThat(hours.openings(at("2026-11-25T18:30:00Z"), 6))
                .containsExactly(opening("2026-11-25T19:00:00Z", "2026-11-25T23:00:00Z"));
    }

    @Test
    void clocksThatAreSetForwardOrBackKeepTheHoursOfTheWall() {
        var hours = in(
                "America/New_York",
                IntStream.rangeClosed(1, 7).mapToObj(day -> span(day, 9, 17)).toArray(Span[]::new));
        assertThat(hours.openings(at("2026-03-07T12:00:00Z"), 1))
                .containsExactly(
                        opening("2026-03-07T14:00:00Z", "2026-03-07T22:00:00Z"),
                        opening("2026-03-08T13:00:00Z", "2026-03-08T21:00:00Z"));
        assertThat(hours.openings(at("2026-10-31T12:00:00Z"), 1))
                .containsExactly(
                        opening("2026-10-31T13:00:00Z", "2026-10-31T21:00:00Z"),
                        opening("2026-11-01T14:00:00Z", "2026-11-01T22:00:00Z"));
    }

    @Test
    void aSpanWhoseBeginningTheClockSkipsBeginsWhenItIsSetForward() {
        var hours = in("America/New_York", new Span(SUNDAY, 2 * HOUR + 30, 4 * HOUR));
        assertThat(hours.openings(at("2026-03-08T00:00:00Z"), 1))
                .containsExactly(opening("2026-03-08T07:00:00Z", "2026-03-08T08:00:00Z"));
    }

    @Test
    void aSpanThatTheClockSkipsAsAWholeIsNone() {
        var hours = in("America/New_York", new Span(SUNDAY, 2 * HOUR, 2 * HOUR + 30));
        assertThat(hours.openings(at("2026-03-08T00:00:00Z"), 1)).isEmpty();
    }

    @Test
    void anHourThatComesTwiceIsOpenTwice() {
        var hours = in("America/New_York", span(SUNDAY, 1, 2));
        assertThat(hours.openings(at("2026-11-01T00:00:00Z"), 1))
                .containsExactly(opening("2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z"));
    }

    @Test
    void aDayThatBeginsAtOneInTheMorningIsOpenFromItsBeginning() {
        // Santiago sets its clocks forward at midnight: 2026-09-06 has no 00:30.
        var hours = in("America/Santiago", span(6, 20, 24), span(SUNDAY, 0, 3));
        assertThat(hours.openings(at("2026-09-05T12:00:00Z"), 1))
                .containsExactly(opening("2026-09-06T00:00:00Z", "2026-09-06T06:00:00Z"));
    }

    @Test
    void whatGoesOnAfterMidnightIsOneOpening() {
        var hours = in("Europe/Madrid", span(5, 20, 24), span(6, 0, 2));
        assertThat(hours.openings(at("2026-11-27T12:00:00Z"), 2))
                .containsExactly(opening("2026-11-27T19:00:00Z", "2026-11-28T01:00:00Z"));
        assertThat(hours.isOpen(at("2026-11-27T23:00:00Z"))).isTrue();
    }

    @Test
    void daysOffStayClosedOnceOrEveryYear() {
        var week = IntStream.rangeClosed(1, 7).mapToObj(day -> span(day, 0, 24)).toList();
        var hours = new OpeningHours(
                ZoneId.of("UTC"),
                week,
                List.of(new DayOff(LocalDate.of(2026, 11, 26), false), new DayOff(LocalDate.of(2020, 12, 25), true)));
        assertThat(hours.isOpen(at("2026-11-26T12:00:00Z"))).isFalse();
        assertThat(hours.isOpen(at("2027-11-26T12:00:00Z"))).isTrue();
        assertThat(hours.isOpen(at("2026-12-25T12:00:00Z"))).isFalse();
        assertThat(hours.isOpen(at("2031-12-25T12:00:00Z"))).isFalse();
        assertThat(hours.openings(at("2026-11-26T12:00:00Z"), 2))
                .containsExactly(opening("2026-11-27T00:00:00Z", "2026-11-29T00:00:00Z"));
    }

    @Test
    void aSpanThatIsNoneIsRefused() {
        assertThatThrownBy(() -> span(1, 12, 12)).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> span(1, 12, 25)).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> span(8, 1, 2)).isInstanceOf(BadSetting.class);
    }

    @Test
    void hoursComeBackAsTheyWereWritten() {
        var hours = new OpeningHours(
                ZoneId.of("America/Sao_Paulo"),
                List.of(span(1, 9, 18)),
                List.of(new DayOff(LocalDate.of(2026, 12, 25), true)));
        assertThat(HoursJson.read(HoursJson.write(hours.zone(), hours))).isEqualTo(hours);
    }
}
