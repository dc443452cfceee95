package io.chask.account;

import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// The rows of second factors, within the transactions of others.
final class SecondFactorTable {

    private static final String SECRET = """
            select secret from agent_totp where organization_id = :organization and agent_id = :agent
              and (confirmed_at is not null) = :confirmed
            """;

    /// A code counts once: none of its step or an earlier one is taken again.
    private static final String TAKE = """
            update agent_totp set last_step = :step, confirmed_at = coalesce(confirmed_at, :now)
            where organization_id = :organization and agent_id = :agent and last_step < :step
            """;

    private static final String BEGIN = """
            insert into agent_totp (organization_id, agent_id, secret) values (:organization, :agent, :secret)
            on conflict (organization_id, agent_id) do update set secret = excluded.secret, last_step = 0
            where agent_totp.confirmed_at is null
            """;

    // Locked, so that whoever switches his off meanwhile, or the rule on, is seen or waited for.
    private static final String REQUIRED = """
            select require_second_factor from organization where organization_id = :organization for share
            """;

    private static final String WITHOUT = """
            select a.id from agent a where a.organization_id = :organization and a.disabled_at is null
              and not exists (select from agent_totp t where t.organization_id = a.organization_id and t.agent_id = a.id
                and t.confirmed_at is not null)
            """;

    private SecondFactorTable() {}

    static boolean enabled(Handle handle, UUID organization, UUID agent) {
        return secret(handle, organization, agent, true).isPresent();
    }

    /// @param confirmed whether of one that counts, or of one that is being set up
    private static Optional<byte[]> secret(Handle handle, UUID organization, UUID agent, boolean confirmed) {
        return handle.createQuery(SECRET)
                .bind("organization", organization)
                .bind("agent", agent)
                .bind("confirmed", confirmed)
                .mapTo(byte[].class)
                .findOne();
    }

    /// A new secret that does not count yet; empty when there is one that does.
    static Optional<byte[]> begin(Handle handle, UUID organization, UUID agent, RandomGenerator random) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        int begun = handle.createUpdate(BEGIN)
                .bind("organization", organization)
                .bind("agent", agent)
                .bind("secret", secret)
                .execute();
        return begun == 1 ? Optional.of(secret) : Optional.empty();
    }

    /// Whether this is a code of the app, or, where that counts already, one of the recovery codes. It is used up then.
    static boolean take(Handle handle, Agent agent, String code, boolean confirmed, Instant now) {
        var organization = agent.organization();
        var step = secret(handle, organization, agent.id(), confirmed).map(secret -> Totp.match(secret, code, now));
        if (step.isEmpty()) {
            return false;
        }
        if (step.get().isEmpty()) {
            return confirmed && RecoveryCodes.take(handle, organization, agent.id(), code);
        }
        return handle.createUpdate(TAKE)
                        .bind("organization", organization)
                        .bind("agent", agent.id())
                        .bind("step", step.get().getAsLong())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /// Whether there was one that counted.
    static boolean remove(Handle handle, UUID organization, UUID agent) {
        return handle.createQuery("""
                        delete from agent_totp where organization_id = :organization and agent_id = :agent
                        returning confirmed_at is not null
                        """)
                .bind("organization", organization)
                .bind("agent", agent)
                .mapTo(boolean.class)
                .findOne()
                .orElse(false);
    }

    /// Closes the streams of all agents who have none.
    static void endStreamsWithout(Handle handle, UUID organization) {
        handle.createQuery(WITHOUT)
                .bind("organization", organization)
                .mapTo(UUID.class)
                .list()
                .forEach(agent -> Revocations.record(handle, organization, Kind.AGENT, agent));
    }

    /// Closes the streams of an agent who has none any more, where the organization asks for one.
    static void endStreamsIfRequired(Handle handle, UUID organization, UUID agent) {
        boolean required = handle.createQuery(REQUIRED)
                .bind("organization", organization)
                .mapTo(boolean.class)
                .one();
        if (required) {
            Revocations.record(handle, organization, Kind.AGENT, agent);
        }
    }

    static int recoveryCodes(Handle handle, UUID organization, UUID agent) {
        return handle.createQuery("""
                        select count(*) from agent_recovery_code
                        where organization_id = :organization and agent_id = :agent
                        """)
                .bind("organization", organization)
                .bind("agent", agent)
                .mapTo(int.class)
                .one();
    }
}
