package io.chask.database;

/// How to sign in to a PostgreSQL database as its owner.
///
/// @param url JDBC address without user and password
public record ConnectionDetails(String url, String user, String password) {

    /// Without the password.
    @Override
    public String toString() {
        return "ConnectionDetails[url=" + url + ", user=" + user + "]";
    }
}
