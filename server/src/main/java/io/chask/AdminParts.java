package io.chask;

import io.chask.account.Sessions;
import io.chask.desk.TagKeeping;
import io.chask.edge.Routes;
import io.chask.organization.MessagePolicies;
import io.chask.organization.Organizations;
import io.chask.reply.CannedReplies;
import io.chask.settings.KeyRetirement;
import io.chask.settings.SettingsEndpoints;
import io.chask.settings.WordingEndpoints;
import io.chask.team.FileSettingsRoutes;
import io.chask.team.MessageSettingsRoutes;
import java.time.Clock;
import java.time.Instant;

/// What admins set, and what follows from it later.
record AdminParts(Foundation foundation, Organizations organizations, Sessions sessions, Clock clock) {

    /// Adds the routes, and begins to revoke keys whose time has come.
    KeyRetirement addTo(Routes routes, IdentityParts identity, FileParts files, Messaging messaging) {
        var database = foundation.application();
        new FileSettingsRoutes(sessions, organizations, files.attachments(), clock).addTo(routes);
        new MessageSettingsRoutes(sessions, new MessagePolicies(database), clock).addTo(routes);
        var routing = messaging.followers().routing().tools(database, clock);
        new SettingsEndpoints(sessions, database, organizations, identity.tools(clock), routing).addTo(routes);
        var tags = new TagKeeping(database, messaging::workChanged, messaging::described);
        new WordingEndpoints(sessions, organizations, new CannedReplies(database, clock), tags).addTo(routes);
        return new KeyRetirement(organizations.keys(), foundation.watcher(), clock);
    }

    /// Revokes the keys whose time has come by then; the clock does it every few seconds.
    void retireKeys(Instant now) {
        organizations.keys().revokeRetired(foundation.watcher(), now);
    }
}
