package io.chask;

import io.chask.database.Database;
import io.chask.desk.WorkListener;
import io.chask.routing.Router;
import io.chask.routing.RoutingTable;
import io.chask.routing.RoutingWatch;
import io.chask.routing.Teams;
import io.chask.settings.SettingsEndpoints;
import java.time.Clock;
import java.util.UUID;

/// Who is given conversations, and what sees to it.
///
/// @param listener told of every conversation that was given to somebody or taken from him
record RoutingParts(WorkListener listener, RoutingWatch watch) {

    static RoutingParts open(Foundation foundation, WorkListener listener, Clock clock) {
        var router = new Router(foundation.application(), listener);
        return new RoutingParts(listener, new RoutingWatch(router, foundation.watcher(), clock));
    }

    /// What admins change it by.
    SettingsEndpoints.Routing tools(Database database, Clock clock) {
        var teams = new Teams(database, listener, UUID::randomUUID, clock);
        return new SettingsEndpoints.Routing(teams, new RoutingTable(database), watch::changed, clock);
    }
}
