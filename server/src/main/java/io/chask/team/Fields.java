package io.chask.team;

import io.chask.account.BadAccount;
import io.chask.account.Device;
import io.chask.edge.Problem;
import io.chask.edge.Problem.FieldError;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.wire.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the routes of this package read alike.
final class Fields {

    private static final int LONGEST = 1_000;

    private Fields() {}

    /// @throws Refused `INVALID_FIELD` when it is missing or very long
    static String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Refused(Problem.field(field, "is missing"));
        }
        if (value.length() > LONGEST) {
            throw new Refused(Problem.field(field, "must have at most " + LONGEST + " characters"));
        }
        return value;
    }

    /// What is wrong with an account, as an answer that names the member.
    static Refused refused(BadAccount bad) {
        var reason = switch (bad.fault()) {
            case UNUSABLE -> Reason.INVALID_FIELD;
            case TAKEN -> Reason.EMAIL_TAKEN;
            case PASSWORD_TOO_SHORT -> Reason.PASSWORD_TOO_SHORT;
            case PASSWORD_TOO_COMMON -> Reason.PASSWORD_TOO_COMMON;
            case PASSWORD_PERSONAL -> Reason.PASSWORD_PERSONAL;
        };
        var field = new FieldError(
                bad.field(),
                String.valueOf(bad.getMessage()).substring(bad.field().length() + 1));
        return new Refused(new Problem(reason, bad.getMessage(), null, List.of(field), Map.of()));
    }

    static Device device(Request request) {
        return new Device(
                request.remoteAddress().getHostAddress(),
                request.header("User-Agent").orElse(""));
    }
}
