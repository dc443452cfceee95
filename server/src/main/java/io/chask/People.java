package io.chask;

import io.chask.account.Agents;
import io.chask.account.Handover;
import io.chask.account.Invitations;
import io.chask.account.OwnAccount;
import io.chask.account.PasswordHasher;
import io.chask.account.RefusedSignIns;
import io.chask.account.Sessions;
import io.chask.account.Team;
import io.chask.api.RateLimiter;
import io.chask.audit.AuditLog;
import io.chask.config.QuotaConfig;
import io.chask.database.Database;
import io.chask.desk.Handovers;
import io.chask.desk.WorkListener;
import io.chask.team.TeamEndpoints;
import io.chask.team.TeamServices;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Agents with their accounts, and the routes about them.
///
/// @param handover releases what a disabled agent has
/// @param attempts failed ones to sign in, by address and by e-mail
record People(
        Database database,
        PasswordHasher passwords,
        Handover handover,
        RateLimiter attempts,
        SecureRandom random,
        Clock clock) {

    private static final Duration SIGN_IN_WINDOW = Duration.ofMinutes(15);

    /// @param listener is told of what a disabled agent had
    /// @param quota    how many tries to sign in may fail within a quarter of an hour
    static People of(Database database, WorkListener listener, QuotaConfig quota, SecureRandom random, Clock clock) {
        var attempts = new RateLimiter(quota.signIns(), quota.signIns(), SIGN_IN_WINDOW);
        var handovers = new Handovers(database, listener);
        return new People(database, new PasswordHasher(random), handovers::release, attempts, random, clock);
    }

    Agents agents() {
        return new Agents(database, passwords, handover, clock);
    }

    /// @param refused closed by the caller
    Sessions sessions(RefusedSignIns refused) {
        return new Sessions(database, passwords, random, clock, refused);
    }

    TeamEndpoints endpoints(Sessions sessions, @Nullable URI publicUrl) {
        return new TeamEndpoints(new TeamServices(
                sessions,
                new OwnAccount(database, passwords, random, clock),
                new Team(database, handover, clock),
                new Invitations(database, passwords, sessions, random, clock),
                new AuditLog(database),
                attempts,
                publicUrl));
    }
}
