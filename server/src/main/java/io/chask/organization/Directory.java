package io.chask.organization;

import io.chask.database.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All organizations of an installation: for its operator, who alone may see more than one. Blocks.
public final class Directory {

    private final Database owner;

    /// @param owner acts as the owner, whom row-level security admits to every organization
    public Directory(Database owner) {
        this.owner = owner;
    }

    /// All, the oldest first.
    public List<Organization> list() {
        return owner.outsideOrganizations(handle -> handle.createQuery(
                        "select organization_id, name, created_at, hours from organization order by created_at, organization_id")
                .map((row, _) -> new Organization(
                        row.getObject("organization_id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("created_at").toInstant(),
                        HoursJson.zone(row.getString("hours")),
                        HoursJson.read(row.getString("hours"))))
                .list());
    }

    /// The one of the demo page; empty where it was never made.
    public Optional<UUID> demo() {
        return owner.outsideOrganizations(handle -> handle.createQuery("select organization from demo")
                .mapTo(UUID.class)
                .findOne());
    }
}
