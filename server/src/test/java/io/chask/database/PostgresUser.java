package io.chask.database;

import java.io.IOException;
import java.nio.file.Path;

/// A process that uses an embedded PostgreSQL: `once`, then leaves it, or `hold`s it until it is killed.
final class PostgresUser {

    private PostgresUser() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
        System.out.println("ready");
        if (arguments[2].equals("hold")) {
            System.in.read();
        }
        postgres.close();
    }
}
