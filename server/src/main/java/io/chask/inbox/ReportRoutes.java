package io.chask.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chask.api.AgentAccess;
import io.chask.api.Tenants;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.rating.RatingList;
import io.chask.report.Period;
import io.chask.report.Reports;
import io.chask.wire.WireTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The reports, for admins and owners: they measure a team's work.
final class ReportRoutes {

    /// Days of a report that names none.
    private static final int DAYS = 30;

    private static final int FIRST_YEAR = 1970;
    /// No day of a report: what comes after it is of a year that no time of ours has.
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final AgentAccess access;
    private final Reports reports;
    private final RatingList ratings;
    private final Tenants tenants;
    private final Clock clock;

    ReportRoutes(AgentAccess access, Reports reports, RatingList ratings, Tenants tenants, Clock clock) {
        this.access = access;
        this.ratings = ratings;
        this.tenants = tenants;
        this.reports = reports;
        this.clock = clock;
    }

    record Body(LocalDate from, LocalDate to, String timeZone, Object report) {}

    /// `GET /v1/reports/conversations`
    Response conversations(Request request) {
        return answer(request, reports::conversations);
    }

    /// `GET /v1/reports/messages`
    Response messages(Request request) {
        return answer(request, reports::messages);
    }

    /// `GET /v1/reports/funnel`
    Response funnel(Request request) {
        return answer(request, reports::funnel);
    }

    /// `GET /v1/reports/satisfaction`
    Response satisfaction(Request request) {
        return answer(request, reports::satisfaction);
    }

    /// `next` is there even when it is null: the contract says so.
    ///
    /// @param total how many there are in the whole period
    record GivenRatings(
            List<Given> ratings,
            long total,
            @JsonInclude @Nullable String next) {}

    record Given(
            Instant timestamp,
            int score,
            @Nullable String comment,
            UUID conversation,
            @Nullable String visitor,
            List<String> tags) {}

    /// `GET /v1/reports/ratings`
    Response ratings(Request request) {
        return answer(request, (organization, period) -> {
            var after = request.query("cursor").map(RatingCursor::parse).orElse(null);
            var given = ratings.of(organization, period, after);
            return new GivenRatings(
                    given.entries().stream().map(ReportRoutes::told).toList(),
                    given.total(),
                    given.next() == null ? null : RatingCursor.after(given.next()));
        });
    }

    private static Given told(RatingList.Entry entry) {
        return new Given(
                entry.place().at(),
                entry.rating().score(),
                entry.rating().comment(),
                entry.place().conversation(),
                entry.visitor(),
                entry.tags());
    }

    private Response answer(Request request, BiFunction<UUID, Period, Object> report) {
        var agent = access.admin(request).session().agent();
        var period = period(request, agent.organization());
        var body =
                new Body(period.from(), period.to(), period.zone().getId(), report.apply(agent.organization(), period));
        return Response.json(200, body);
    }

    private Period period(Request request, UUID organization) {
        var zone = request.query("timeZone").map(ReportRoutes::zone).orElseGet(() -> zone(organization));
        var to = request.query("to")
                .map(text -> day("to", text))
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone));
        var from = request.query("from").map(text -> day("from", text)).orElseGet(() -> to.minusDays(DAYS - 1L));
        try {
            return new Period(from, to, zone);
        } catch (IllegalArgumentException wrong) {
            throw new Refused(Problem.field("to", "must be 0 to " + (Period.MOST_DAYS - 1) + " days after from"));
        }
    }

    /// The organization's own, or UTC where it has named none.
    private ZoneId zone(UUID organization) {
        return tenants.find(organization)
                .map(tenant -> tenant.organization().zone())
                .orElse(ZoneId.of("UTC"));
    }

    private static LocalDate day(String field, String text) {
        try {
            var day = WireTime.day(text);
            if (day.getYear() >= FIRST_YEAR && day.isBefore(END)) {
                return day;
            }
        } catch (DateTimeException wrong) {
            // Told below, as a day that no report knows.
        }
        throw new Refused(Problem.field(field, "must be a day such as 2026-11-25"));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new Refused(Problem.field("timeZone", "must be a name such as America/Lima"));
        }
    }
}
