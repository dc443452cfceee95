package io.chask.identity;

import io.chask.identity.IdentitySettings.ActiveSecret;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The tables of the settings. Each method belongs into its caller's transaction.
public final class IdentityTable {

    private IdentityTable() {}

    /// The settings; off when nobody has set anything.
    public static IdentitySettings load(Handle handle, UUID organization) {
        var secrets = secrets(handle, organization);
        return handle.createQuery("""
                        select mode, issuer, audience, jwks_url from identity_settings
                        where organization_id = :organization
                        """)
                .bind("organization", organization)
                .map((row, _) -> new IdentitySettings(
                        IdentityMode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)), issuer(row), secrets))
                .findOne()
                .orElseGet(() -> new IdentitySettings(IdentityMode.OFF, null, secrets));
    }

    private static @Nullable Issuer issuer(ResultSet row) throws SQLException {
        var name = row.getString("issuer");
        return name == null ? null : new Issuer(name, row.getString("audience"), URI.create(row.getString("jwks_url")));
    }

    private static List<ActiveSecret> secrets(Handle handle, UUID organization) {
        return handle.createQuery("""
                        select id, created_at from identity_secret
                        where organization_id = :organization and revoked_at is null order by created_at, id
                        """)
                .bind("organization", organization)
                .map((row, _) -> new ActiveSecret(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /// Replaces mode and issuer.
    public static void save(Handle handle, UUID organization, IdentityMode mode, @Nullable Issuer issuer) {
        handle.createUpdate("""
                        insert into identity_settings (organization_id, mode, issuer, audience, jwks_url)
                        values (:organization, :mode, :issuer, :audience, :keys)
                        on conflict (organization_id) do update set mode = excluded.mode, issuer = excluded.issuer,
                          audience = excluded.audience, jwks_url = excluded.jwks_url
                        """)
                .bind("organization", organization)
                .bind("mode", mode.name().toLowerCase(Locale.ROOT))
                .bind("issuer", issuer == null ? null : issuer.name())
                .bind("audience", issuer == null ? null : issuer.audience())
                .bind("keys", issuer == null ? null : issuer.keys().toString())
                .execute();
    }

    /// One more active secret; false when there are as many as may be.
    public static boolean addSecret(Handle handle, UUID organization, UUID id) {
        // One after the other, or two at once would both find room.
        handle.createQuery("select 1 from organization where organization_id = :organization for no key update")
                .bind("organization", organization)
                .mapTo(int.class)
                .one();
        if (secrets(handle, organization).size() >= IdentitySettings.MOST_SECRETS) {
            return false;
        }
        handle.createUpdate("insert into identity_secret (organization_id, id) values (:organization, :id)")
                .bind("organization", organization)
                .bind("id", id)
                .execute();
        return true;
    }

    /// Makes a secret worthless; false when there is no such active one.
    public static boolean revokeSecret(Handle handle, UUID organization, UUID id) {
        return handle.createUpdate("""
                                update identity_secret set revoked_at = now()
                                where organization_id = :organization and id = :id and revoked_at is null
                                """)
                        .bind("organization", organization)
                        .bind("id", id)
                        .execute()
                == 1;
    }
}
