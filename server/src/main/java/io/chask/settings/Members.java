package io.chask.settings;

import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.organization.BadSetting;
import io.chask.organization.Organizations;
import io.chask.organization.Tenant;
import io.chask.wire.Reason;
import io.chask.wire.TextRules;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the routes of this package read alike.
final class Members {

    private Members() {}

    /// @throws Refused `INVALID_FIELD` when it is missing
    static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new Refused(Problem.field(name, "is missing"));
        }
        return value;
    }

    /// @throws Refused `INVALID_FIELD` when it is missing or cannot be stored
    static String storable(String name, @Nullable String text) {
        var there = given(name, text);
        if (!TextRules.storable(there)) {
            throw new Refused(Problem.field(name, "has characters that are not allowed"));
        }
        return there;
    }

    /// Makes a value; what it refuses is told by its field.
    static <T> T checked(Supplier<T> make) {
        try {
            return make.get();
        } catch (BadSetting bad) {
            throw new Refused(Problem.field(bad.field().replaceFirst("^theme\\.", ""), "cannot be used"));
        }
    }

    /// As it is at this moment: not the one that may be some seconds old.
    static Tenant tenant(Organizations organizations, UUID id) {
        return organizations.find(id).orElseThrow(() -> new Refused(Reason.TOKEN_INVALID));
    }
}
