package io.chask.inbox;

import io.chask.desk.Colleague;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The schema `Colleague` of the HTTP contract: an agent as the others see him.
record ColleagueBody(UUID id, String name, @Nullable String avatarUrl) {

    static ColleagueBody of(Colleague colleague) {
        return new ColleagueBody(colleague.id(), colleague.name(), colleague.avatarUrl());
    }

    static @Nullable ColleagueBody ofNullable(@Nullable Colleague colleague) {
        return colleague == null ? null : of(colleague);
    }
}
