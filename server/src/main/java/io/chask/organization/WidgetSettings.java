package io.chask.organization;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How an organization's widget looks and what it allows. Texts are the owner's own; an absent one means the
/// product's words.
///
/// @param locales      languages offered, the first one when the visitor's is none of them
/// @param mode         `auto`, `light` or `dark`
/// @param primaryColor `#rrggbb`
/// @param position     `right` or `left`
/// @param texts        by locale
/// @param avatarUrl    picture in the header
/// @param typing       whether typing is shown
/// @param readReceipts whether either side is shown what the other has read
/// @param reopen       whether a visitor's message opens a resolved conversation again
/// @param rating       whether visitors are asked to rate a resolved conversation
/// @param look         its finer points
public record WidgetSettings(
        List<String> locales,
        String mode,
        String primaryColor,
        String position,
        Map<String, WidgetTexts> texts,
        @Nullable String avatarUrl,
        boolean typing,
        boolean readReceipts,
        boolean reopen,
        boolean rating,
        AttachmentPolicy attachments,
        WidgetLook look) {

    private static final int LONGEST_URL = 2_048;

    /// The languages of the product.
    public static final List<String> LOCALES = List.of("en", "es", "pt-BR");

    /// What a new organization starts with.
    public static final WidgetSettings DEFAULT = new WidgetSettings(
            LOCALES,
            "auto",
            "#3b5bdb",
            "right",
            Map.of(),
            null,
            true,
            true,
            true,
            true,
            AttachmentPolicy.DEFAULT,
            WidgetLook.DEFAULT);

    /// @throws BadSetting naming the field that cannot be used
    public WidgetSettings {
        locales = List.copyOf(locales);
        texts = Map.copyOf(texts);
        BadSetting.unless("locales", !locales.isEmpty() && LOCALES.containsAll(locales));
        BadSetting.unless("theme.mode", Set.of("auto", "light", "dark").contains(mode));
        BadSetting.unless("theme.primaryColor", primaryColor.matches("#[0-9a-fA-F]{6}"));
        BadSetting.unless("theme.position", Set.of("right", "left").contains(position));
        BadSetting.unless("texts", LOCALES.containsAll(texts.keySet()));
        BadSetting.unless("avatarUrl", avatarUrl == null || isPicture(avatarUrl));
    }

    private static boolean isPicture(String address) {
        try {
            var uri = new URI(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && address.length() <= LONGEST_URL;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /// The same with the languages and the rules for files of others.
    WidgetSettings with(List<String> others, AttachmentPolicy rules) {
        return new WidgetSettings(
                others,
                mode,
                primaryColor,
                position,
                texts,
                avatarUrl,
                typing,
                readReceipts,
                reopen,
                rating,
                rules,
                look);
    }

    /// The names of what is not the same there.
    List<String> differences(WidgetSettings other) {
        var theirs = other.parts();
        return parts().entrySet().stream()
                .filter(part -> !part.getValue().equals(theirs.get(part.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Object> parts() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("mode", mode);
        parts.put("primaryColor", primaryColor);
        parts.put("position", position);
        parts.put("texts", texts);
        parts.put("avatarUrl", Optional.ofNullable(avatarUrl));
        parts.put("typing", typing);
        parts.put("readReceipts", readReceipts);
        parts.put("reopen", reopen);
        parts.put("rating", rating);
        parts.put("look", look);
        return parts;
    }
}
