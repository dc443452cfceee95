package io.chask.bench.fault;

import io.chask.bench.client.History;
import io.chask.bench.client.Tempo;
import io.chask.bench.server.Target;
import io.chask.bench.server.Tenant;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Where a [Cast] plays.
///
/// @param target  for HTTP, unhurt
/// @param doors   for streams, perhaps a proxy's
/// @param owners  of every conversation of the server; every cast writes its own down
record Stage(Target target, List<Tenant> tenants, Doors doors, Tempo tempo, Map<UUID, Owner> owners) {

    /// The same stage with other doors.
    Stage behind(Doors others) {
        return new Stage(target, tenants, others, tempo, owners);
    }

    /// Gives each participant the address he connects to.
    interface Doors {
        InetSocketAddress open(String who, History history, RandomGenerator random) throws IOException;
    }
}
