package io.chask.organization;

import io.chask.organization.OpeningHours.DayOff;
import io.chask.organization.OpeningHours.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Time zone and opening hours as they stand in their column. A zone can stand there alone: always open.
final class HoursJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HoursJson() {}

    record Day(String date, boolean yearly) {}

    /// @param week null: always open
    record Stored(
            String zone,
            @Nullable List<Span> week,
            @Nullable List<Day> daysOff) {}

    static @Nullable String write(@Nullable ZoneId zone, @Nullable OpeningHours hours) {
        if (zone == null) {
            return null;
        }
        if (hours == null) {
            return JSON.writeValueAsString(new Stored(zone.getId(), null, null));
        }
        var days = hours.daysOff().stream()
                .map(off -> new Day(off.date().toString(), off.yearly()))
                .toList();
        return JSON.writeValueAsString(new Stored(zone.getId(), hours.week(), days));
    }

    static @Nullable ZoneId zone(@Nullable String text) {
        return text == null ? null : ZoneId.of(stored(text).zone());
    }

    static @Nullable OpeningHours read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var stored = stored(text);
        if (stored.week() == null || stored.daysOff() == null) {
            return null;
        }
        return new OpeningHours(
                ZoneId.of(stored.zone()),
                stored.week(),
                stored.daysOff().stream()
                        .map(day -> new DayOff(LocalDate.parse(day.date()), day.yearly()))
                        .toList());
    }

    private static Stored stored(String text) {
        return JSON.readValue(text, Stored.class);
    }
}
