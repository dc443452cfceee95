package io.chask.cli;

import io.chask.seed.Seeder;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `seed`: invented conversations to try the console with.
@Command(
        name = "seed",
        description = "Fills an organization with invented conversations, to try the console with.",
        mixinStandardHelpOptions = true)
final class SeedCommand implements Callable<Integer> {

    private static final int MOST = 1_000_000;
    /// SQLSTATE of a key that exists.
    private static final String TAKEN = "23505";

    @Option(
            names = "--conversations",
            defaultValue = "1000",
            paramLabel = "NUMBER",
            description = "How many; not set: ${DEFAULT-VALUE}.")
    private int conversations;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "NUMBER",
            description = "The same number invents the same conversations, once for each organization.")
    private long seed;

    @Option(
            names = "--beside-real",
            description = "Also where the organization has conversations of real visitors. They cannot be told apart in"
                    + " the console afterwards.")
    private boolean besideReal;

    @Mixin
    private LikelyOrganization organization;

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        if (conversations < 1 || conversations > MOST) {
            throw new CommandFailed("--conversations must be 1 to " + MOST);
        }
        try (var installation = Installation.open(data.configuration())) {
            var id = organization.find(installation);
            var seeder = new Seeder(installation.owner());
            if (!besideReal && seeder.hasRealOnes(id)) {
                throw new CommandFailed(
                        "Organization " + id
                                + " has conversations of real visitors. Make another one to try things with, or say --beside-real");
            }
            var made = make(seeder, id);
            installation.follow();
            seeder.analyze();
            output.print("Invented conversations", told(made));
        }
        return 0;
    }

    private Seeder.Made make(Seeder seeder, UUID id) {
        try {
            return seeder.seed(id, conversations, new SplittableRandom(seed), Instant.now());
        } catch (UnableToExecuteStatementException failure) {
            if (failure.getCause() instanceof SQLException cause && TAKEN.equals(cause.getSQLState())) {
                throw new CommandFailed("These conversations are there already. Say another --seed");
            }
            throw failure;
        } catch (IllegalStateException noAgent) {
            throw new CommandFailed("Nobody could have the conversations: " + noAgent.getMessage());
        }
    }

    private static Map<String, String> told(Seeder.Made made) {
        var told = new LinkedHashMap<String, String>();
        told.put("conversations", Integer.toString(made.conversations()));
        told.put("messages", Integer.toString(made.messages()));
        told.put("agents", Integer.toString(made.agents()));
        return told;
    }
}
