package io.chask.contact;

import io.chask.organization.Token;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A visitor whose identity token held.
///
/// @param token what his device uses from now on
/// @param former the anonymous visitor whose conversations are his now; null when there was none
/// @param moved how many conversations changed hands just now
public record Identified(
        Token token, Visitor visitor, @Nullable UUID former, long moved) {}
