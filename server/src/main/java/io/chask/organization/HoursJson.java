package io.chask.organization;

import io.chask.organization.OpeningHours.DayOff;
import io.chask.organization.OpeningHours.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Opening hours as they stand in their column.
final class HoursJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HoursJson() {}

    record Day(String date, boolean yearly) {}

    record Stored(String zone, List<Span> week, List<Day> daysOff) {}

    static @Nullable String write(@Nullable OpeningHours hours) {
        if (hours == null) {
            return null;
        }
        var days = hours.daysOff().stream()
                .map(off -> new Day(off.date().toString(), off.yearly()))
                .toList();
        return JSON.writeValueAsString(new Stored(hours.zone().getId(), hours.week(), days));
    }

    static @Nullable OpeningHours read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var stored = JSON.readValue(text, Stored.class);
        return new OpeningHours(
                ZoneId.of(stored.zone()),
                stored.week(),
                stored.daysOff().stream()
                        .map(day -> new DayOff(LocalDate.parse(day.date()), day.yearly()))
                        .toList());
    }
}
