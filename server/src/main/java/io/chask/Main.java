package io.chask;

import io.chask.cli.CommandLineInterface;
import io.chask.cli.StopHook;
import io.chask.config.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process.
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    /// After the pause for balancers; together with a usual pause the 30 s that service managers grant.
    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

    private Main() {}

    /// Process entry point.
    public static void main(String[] arguments) {
        System.exit(CommandLineInterface.execute(arguments, Main::serve));
    }

    /// Serves until a signal asks to stop; the process then ends with 0.
    private static int serve(Configuration configuration) {
        Logging.use(configuration.log());
        var limit = configuration.server().drainWait().plus(LONGEST_STOP);
        var server = StopHook.guard(() -> start(configuration), running -> stop(running, limit))
                .value();
        new Greeting(System.out)
                .print(configuration.server().baseUrl(server.port()), configuration.demo(), server.firstSignIn());
        awaitSignal();
        return 0;
    }

    private static Server start(Configuration configuration) {
        try {
            return Server.start(configuration, FileParts.THUMBNAIL);
        } catch (IOException e) {
            throw new UncheckedIOException("using the data folder " + configuration.data(), e);
        }
    }

    // A signal's own exit code would look like a failure to whoever watches the process.
    private static void stop(Server server, Duration limit) {
        Thread.ofPlatform().daemon().name("stop-limit").start(() -> haltAfter(limit));
        server.close();
        System.out.println("Stopped.");
        Runtime.getRuntime().halt(0);
    }

    /// Whoever watches the process would kill it a little later. Nothing is lost: what was not acknowledged is sent
    /// again, and the next start takes over the database or recovers it.
    private static void haltAfter(Duration limit) {
        try {
            Thread.sleep(limit);
        } catch (InterruptedException ended) {
            return;
        }
        LOG.error("not stopped after {} s; ending in the middle of it", limit.toSeconds());
        Runtime.getRuntime().halt(1);
    }

    private static void awaitSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
