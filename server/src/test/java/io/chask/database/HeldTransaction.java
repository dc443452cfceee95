package io.chask.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A transaction of the owner that a test keeps open, so that others come upon it half done.
public final class HeldTransaction implements AutoCloseable {

    private final TestDatabase database;
    private final Connection connection;
    private final Statement statement;

    /// Begins it, and does this first.
    public HeldTransaction(TestDatabase database, String sql) throws SQLException {
        this.database = database;
        var owner = database.owner();
        connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        connection.setAutoCommit(false);
        statement = connection.createStatement();
        execute(sql);
    }

    public void execute(String sql) throws SQLException {
        statement.execute(sql);
    }

    /// Until somebody else waits for a lock.
    public void awaitWaiting() {
        while (database.waiting("") == 0) {
            Thread.onSpinWait();
        }
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    /// Takes back what was not committed.
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
