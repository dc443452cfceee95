package io.chask.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The application's pool. Every transaction names the organization it acts for; row-level security hides all others.
public final class Database implements AutoCloseable {

    private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        // Parameters are texts and hashes of people; they must not reach a log by way of an error.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.SHORT_STATEMENT);
    }

    /// Opens a pool of connections that act as `role`. Does not wait for the database: the first use does, for 5 s.
    ///
    /// @param connections most connections at once; further callers wait
    public static Database open(ConnectionDetails owner, DatabaseRole role, int connections) {
        HikariConfig config = new HikariConfig();
        String name = role == DatabaseRole.OWNER ? "chask_owner" : role.sqlName();
        config.setPoolName(name);
        config.setJdbcUrl(owner.url());
        config.setUsername(owner.user());
        config.setPassword(owner.password());
        config.setConnectionInitSql(role.startStatements());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new Database(new HikariDataSource(config));
    }

    /// Runs `work` in a transaction that sees this organization's rows only.
    ///
    /// @throws StoreUnavailable when no connection was to be had
    public <T, X extends Exception> T inOrganization(UUID organization, HandleCallback<T, X> work) throws X {
        return transaction(handle -> {
            handle.createQuery("select set_config('app.organization', :organization, true)")
                    .bind("organization", organization.toString())
                    .mapTo(String.class)
                    .one();
            return work.withHandle(handle);
        });
    }

    /// As [#inOrganization], for what is made from other rows and says in the same transaction how far it has come. Its
    /// commit does not wait for the disk: a crash may lose the last of it, which is made again, and the commits of
    /// messages do not queue behind it.
    ///
    /// @throws StoreUnavailable when no connection was to be had
    public <T, X extends Exception> T deriveInOrganization(UUID organization, HandleCallback<T, X> work) throws X {
        return inOrganization(organization, handle -> {
            handle.execute("set local synchronous_commit to off");
            return work.withHandle(handle);
        });
    }

    /// As [#inOrganization], without a result.
    public <X extends Exception> void useOrganization(UUID organization, HandleConsumer<X> work) throws X {
        inOrganization(organization, handle -> {
            work.useHandle(handle);
            return true;
        });
    }

    /// Runs `work` in a transaction of no organization: tables of organizations look empty. For what must be asked
    /// before the organization is known, such as the epoch or a sign-in, and for roles that are not bound to one.
    public <T, X extends Exception> T outsideOrganizations(HandleCallback<T, X> work) throws X {
        return transaction(work);
    }

    private <T, X extends Exception> T transaction(HandleCallback<T, X> work) throws X {
        try (Handle handle = open()) {
            return handle.inTransaction(work);
        }
    }

    private Handle open() {
        try {
            return jdbi.open();
        } catch (org.jdbi.v3.core.ConnectionException e) {
            throw new StoreUnavailable("waiting for a connection", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
