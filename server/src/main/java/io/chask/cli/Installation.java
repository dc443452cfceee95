package io.chask.cli;

import io.chask.account.Agents;
import io.chask.account.PasswordHasher;
import io.chask.config.Configuration;
import io.chask.database.ConnectionDetails;
import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.organization.Organizations;
import java.security.SecureRandom;

/// What a command works on: the installation's database, whether its server runs or not.
final class Installation implements AutoCloseable {

    private static final int CONNECTIONS = 2;

    private final Database database;
    private final SecureRandom random = new SecureRandom();

    private Installation(Database database) {
        this.database = database;
    }

    static Installation open(Configuration configuration) {
        var url = configuration.database().url();
        if (url == null) {
            throw new CommandFailed("Only --database-url works yet");
        }
        return new Installation(
                Database.open(new ConnectionDetails(url, "", ""), DatabaseRole.APPLICATION, CONNECTIONS));
    }

    Organizations organizations() {
        return new Organizations(database, random);
    }

    Agents agents() {
        return new Agents(database, new PasswordHasher(random));
    }

    @Override
    public void close() {
        database.close();
    }
}
