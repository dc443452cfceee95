package io.chask.routing;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import io.chask.routing.RoutingSettings.Mode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The settings of the routing. All methods block; every change is in the audit log.
public final class RoutingTable {

    private static final String READ = """
            select mode, capacity, away_after_minutes, give_back_after_minutes from routing_settings
            where organization_id = :organization
            """;
    private static final String SAVE = """
            insert into routing_settings
              (organization_id, mode, capacity, away_after_minutes, give_back_after_minutes)
            values (:organization, :mode, :capacity, :away, :giveBack)
            on conflict (organization_id) do update set mode = excluded.mode, capacity = excluded.capacity,
              away_after_minutes = excluded.away_after_minutes,
              give_back_after_minutes = excluded.give_back_after_minutes
            """;
    private static final String CAPACITIES = """
            select agent_id, capacity from agent_presence
            where organization_id = :organization and capacity is not null
            """;
    private static final String SAVE_CAPACITY = """
            insert into agent_presence as p (organization_id, agent_id, capacity)
            select organization_id, id, cast(:capacity as integer) from agent
            where organization_id = :organization and id = :agent
            on conflict (organization_id, agent_id) do update set capacity = excluded.capacity
            """;

    private final Database database;

    public RoutingTable(Database database) {
        this.database = database;
    }

    /// How this organization gives conversations out.
    public RoutingSettings read(UUID organization) {
        return database.inOrganization(organization, handle -> read(handle, organization));
    }

    private static RoutingSettings read(Handle handle, UUID organization) {
        return handle.createQuery(READ)
                .bind("organization", organization)
                .map((row, _) -> new RoutingSettings(
                        Mode.of(row.getString("mode")).orElse(Mode.MANUAL),
                        row.getInt("capacity"),
                        row.getInt("away_after_minutes"),
                        row.getObject("give_back_after_minutes", Integer.class)))
                .findOne()
                .orElse(RoutingSettings.DEFAULT);
    }

    /// From now on it is done so.
    public void change(UUID organization, RoutingSettings settings, Actor actor, Instant at) {
        database.useOrganization(organization, handle -> {
            var before = read(handle, organization);
            if (before.equals(settings)) {
                return;
            }
            handle.createUpdate(SAVE)
                    .bind("organization", organization)
                    .bind("mode", settings.mode().code())
                    .bind("capacity", settings.capacity())
                    .bind("away", settings.awayAfterMinutes())
                    .bind("giveBack", settings.giveBackAfterMinutes())
                    .execute();
            var entry = new AuditEntry(
                    organization,
                    actor,
                    Action.ROUTING_CHANGED,
                    Subject.organization(organization),
                    details(before, settings));
            AuditLog.append(handle, entry, at);
        });
    }

    private static Map<String, String> details(RoutingSettings before, RoutingSettings now) {
        Map<String, String> details = new TreeMap<>();
        var was = texts(before);
        texts(now).forEach((name, value) -> {
            if (!value.equals(was.get(name))) {
                details.put(name, value);
            }
        });
        return details;
    }

    private static Map<String, String> texts(RoutingSettings settings) {
        var giveBack = settings.giveBackAfterMinutes();
        return Map.of(
                "mode", settings.mode().code(),
                "capacity", Integer.toString(settings.capacity()),
                "awayAfterMinutes", Integer.toString(settings.awayAfterMinutes()),
                "giveBackAfterMinutes", giveBack == null ? "" : Integer.toString(giveBack));
    }

    /// Of the agents who have a number of their own.
    public Map<UUID, Integer> capacities(UUID organization) {
        Map<UUID, Integer> found = new HashMap<>();
        database.useOrganization(
                organization,
                handle -> handle.createQuery(CAPACITIES)
                        .bind("organization", organization)
                        .map((row, _) -> found.put(row.getObject("agent_id", UUID.class), row.getInt("capacity")))
                        .list());
        return found;
    }

    /// How many this agent is given at most; the organization's number when null.
    ///
    /// @return false when there is no such agent
    public boolean changeCapacity(UUID organization, UUID agent, @Nullable Integer capacity, Actor actor, Instant at) {
        return database.inOrganization(organization, handle -> {
            int written = handle.createUpdate(SAVE_CAPACITY)
                    .bind("organization", organization)
                    .bind("agent", agent)
                    .bind("capacity", capacity)
                    .execute();
            if (written == 1) {
                var details = Map.of("capacity", capacity == null ? "" : Integer.toString(capacity));
                var entry = new AuditEntry(
                        organization, actor, Action.AGENT_CAPACITY_CHANGED, Subject.agent(agent), details);
                AuditLog.append(handle, entry, at);
            }
            return written == 1;
        });
    }
}
