package io.chask.team;

import io.chask.account.Invitations;
import io.chask.account.OwnAccount;
import io.chask.account.Sessions;
import io.chask.account.Team;
import io.chask.api.RateLimiter;
import io.chask.audit.AuditLog;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What these routes are built of.
///
/// @param attempts  failed ones of passwords, codes and invitations, by address and by account
/// @param publicUrl where people reach the server, if it was told
public record TeamServices(
        Sessions sessions,
        OwnAccount account,
        Team team,
        Invitations invitations,
        AuditLog log,
        RateLimiter attempts,
        @Nullable URI publicUrl) {}
