package io.chask.organization;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an organization says of itself.
///
/// @param locales languages its widget offers, the first one when the visitor's is none of them
/// @param zone    where its days begin; null: it names none
/// @param hours   when its people answer, by the clocks of the zone; null: always
public record Profile(
        String name,
        List<String> locales,
        @Nullable ZoneId zone,
        @Nullable OpeningHours hours) {

    private static final int LONGEST = 200;

    /// @throws BadSetting naming the field that cannot be used
    public Profile {
        name = name.strip();
        locales = List.copyOf(locales);
        BadSetting.unless(
                "name",
                !name.isEmpty() && name.length() <= LONGEST && name.chars().noneMatch(Character::isISOControl));
        BadSetting.unless("timeZone", hours == null || hours.zone().equals(zone));
        BadSetting.unless(
                "locales",
                !locales.isEmpty()
                        && WidgetSettings.LOCALES.containsAll(locales)
                        && locales.stream().distinct().count() == locales.size());
    }

    /// For the audit log.
    Map<String, String> details() {
        var details = new HashMap<>(Map.of("name", name, "locales", String.join(" ", locales)));
        if (zone != null) {
            details.put("timeZone", zone.getId());
        }
        details.put("hours", Boolean.toString(hours != null));
        return details;
    }
}
