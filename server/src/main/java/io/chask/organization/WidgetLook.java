package io.chask.organization;

import java.util.Set;

/// The finer points of a widget's look, each with what it is without a wish.
///
/// @param offsetX      pixels from the side of the page to the launcher
/// @param offsetY      pixels from the foot of the page to the launcher
/// @param cornerRadius pixels, of the window's corners
/// @param launcher     `circle`, or `pill` with words
/// @param whenClosed   outside the opening hours: `write` is still possible, or the launcher does `hide`
public record WidgetLook(int offsetX, int offsetY, int cornerRadius, String launcher, String whenClosed) {

    /// What a new organization starts with.
    public static final WidgetLook DEFAULT = new WidgetLook(20, 20, 16, "circle", "write");

    private static final int FARTHEST = 400;
    private static final int ROUNDEST = 32;

    /// @throws BadSetting naming the field that cannot be used
    public WidgetLook {
        BadSetting.unless("look.offsetX", offsetX >= 0 && offsetX <= FARTHEST);
        BadSetting.unless("look.offsetY", offsetY >= 0 && offsetY <= FARTHEST);
        BadSetting.unless("look.cornerRadius", cornerRadius >= 0 && cornerRadius <= ROUNDEST);
        BadSetting.unless("look.launcher", Set.of("circle", "pill").contains(launcher));
        BadSetting.unless("look.whenClosed", Set.of("write", "hide").contains(whenClosed));
    }
}
