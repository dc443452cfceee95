package io.chask.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// Connections of their own for the lanes of the message writer: each lane keeps one as long as it works.
public final class WriterConnections {

    private static final String CONNECT_SECONDS = "5";
    private static final String SOCKET_SECONDS = "40";

    private final ConnectionDetails owner;

    public WriterConnections(ConnectionDetails owner) {
        this.owner = owner;
    }

    /// A new connection that acts as [DatabaseRole#WRITER], in auto-commit. Several statements in one text travel as
    /// one pipeline and are
    /// one transaction; arrays of UUIDs travel in binary form.
    ///
    /// @throws SQLException when the database cannot be reached
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", owner.user());
        properties.setProperty("password", owner.password());
        properties.setProperty("ApplicationName", DatabaseRole.WRITER.sqlName());
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("binaryTransferEnable", "UUID_ARRAY");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", SOCKET_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        // Details of errors repeat rows; texts of visitors must not reach a log.
        properties.setProperty("logServerErrorDetail", "false");
        Connection connection = DriverManager.getConnection(owner.url(), properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute(DatabaseRole.WRITER.startStatements());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }
}
