package io.chask.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The text of each setting, turned into its type.
final class Values {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(B|KiB|MiB|GiB|kB|MB|GB)?");
    private static final Map<String, Long> UNITS = Map.of(
            "B", 1L,
            "KiB", 1L << 10,
            "MiB", 1L << 20,
            "GiB", 1L << 30,
            "kB", 1_000L,
            "MB", 1_000_000L,
            "GB", 1_000_000_000L);

    private final Map<String, String> texts;

    /// @param texts by key; what is absent has its default
    Values(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    String text(Setting setting) {
        return texts.getOrDefault(setting.key(), setting.defaultValue()).strip();
    }

    @Nullable
    String optional(Setting setting) {
        var text = text(setting);
        return text.isEmpty() ? null : text;
    }

    /// A secret, from its setting or from the file that another setting names.
    String secret(Setting setting, Setting file) {
        var named = optional(file);
        if (named == null) {
            return text(setting);
        }
        try {
            return Files.readString(Path.of(named)).strip();
        } catch (IOException unreadable) {
            throw new BadConfig(file.key(), "the file cannot be read: " + unreadable.getMessage());
        }
    }

    int number(Setting setting) {
        var text = text(setting);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadConfig(setting.key(), "must be a whole number, not \"" + text + "\"");
        }
    }

    boolean truth(Setting setting) {
        return switch (text(setting)) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw new BadConfig(setting.key(), "must be true or false, not \"" + other + "\"");
        };
    }

    Duration duration(Setting setting) {
        Matcher matcher = DURATION.matcher(text(setting));
        if (!matcher.matches()) {
            throw new BadConfig(setting.key(), "must be a time such as 500ms, 10s, 5m, 1h or 7d");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    long bytes(Setting setting) {
        Matcher matcher = SIZE.matcher(text(setting));
        if (!matcher.matches()) {
            throw new BadConfig(setting.key(), "must be a size such as 262144, 512KiB or 20MiB");
        }
        var unit = matcher.group(2) == null ? "B" : matcher.group(2);
        return Math.multiplyExact(Long.parseLong(matcher.group(1)), UNITS.getOrDefault(unit, 1L));
    }

    int smallBytes(Setting setting) {
        long bytes = bytes(setting);
        Check.range(setting, bytes, 0, Integer.MAX_VALUE);
        return (int) bytes;
    }

    List<String> list(Setting setting) {
        return Stream.of(text(setting).split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    @Nullable
    URI uri(Setting setting) {
        var text = optional(setting);
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            throw new BadConfig(setting.key(), "is no URL: " + e.getReason());
        }
    }

    Path path(Setting setting) {
        return Path.of(text(setting)).toAbsolutePath().normalize();
    }

    <E extends Enum<E>> E oneOf(Setting setting, Class<E> type) {
        var text = text(setting);
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        throw new BadConfig(setting.key(), "\"" + text + "\" is none of its values");
    }
}
