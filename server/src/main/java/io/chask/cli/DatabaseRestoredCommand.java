package io.chask.cli;

import io.chask.database.Epoch;
import io.chask.database.ServerLock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `database restored`: to be carried out once between a restore from a backup and the next start.
@Command(
        name = "restored",
        description =
                "Tells the installation that its database was restored from a backup, so that widgets and consoles"
                        + " load everything anew instead of going on from messages that are gone. Stop the server first.",
        mixinStandardHelpOptions = true)
final class DatabaseRestoredCommand implements Callable<Integer> {

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        var configuration = data.configuration();
        // A server that runs would go on with the old epoch, and clients would resume what is no longer there.
        try (var _ = ServerLock.claim(configuration.data());
                var installation = Installation.open(configuration)) {
            var epoch = Epoch.replace(installation.owner());
            output.print("Clients will load everything anew.", Map.of("epoch", epoch.toString()));
        }
        return 0;
    }
}
