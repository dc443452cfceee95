package io.chask.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A view of the inbox that an agent has narrowed and kept under a name of his own.
///
/// @param id       made by whoever keeps it, if he likes
/// @param tag      name of a tag; any when null
/// @param assignee who has what it shows; anybody when null
/// @param team     whose it is; any when null
public record SavedFilter(
        UUID id,
        String name,
        View view,
        @Nullable String tag,
        @Nullable UUID assignee,
        @Nullable UUID team) {

    /// Longest name, in code points.
    public static final int MAX_NAME = 60;

    /// What the console's list shows with one click.
    public enum View {
        MINE,
        UNASSIGNED,
        ALL,
        RESOLVED,
        SNOOZED,
        MENTIONS;

        /// As stored and told.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The view of this code.
        public static Optional<View> of(String code) {
            return Arrays.stream(values())
                    .filter(view -> view.code().equals(code))
                    .findFirst();
        }
    }
}
