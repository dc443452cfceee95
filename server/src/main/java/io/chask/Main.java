package io.chask;

import io.chask.cli.CommandLineInterface;
import io.chask.config.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/// The process.
public final class Main {

    private Main() {}

    /// Process entry point.
    public static void main(String[] arguments) {
        System.exit(CommandLineInterface.execute(arguments, Main::serve));
    }

    /// Serves until a signal asks to stop; the process then ends with 0.
    private static int serve(Configuration configuration) {
        Logging.use(configuration.log());
        Server server = start(configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
        new Greeting(System.out).print(server.baseUrl(), configuration.demo(), server.firstSignIn());
        awaitSignal();
        return 0;
    }

    private static Server start(Configuration configuration) {
        try {
            return Server.start(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException("using the data folder " + configuration.data(), e);
        }
    }

    // A signal's own exit code would look like a failure to whoever watches the process.
    private static void stop(Server server) {
        server.close();
        System.out.println("Stopped.");
        Runtime.getRuntime().halt(0);
    }

    private static void awaitSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
