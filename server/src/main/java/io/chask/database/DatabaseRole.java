package io.chask.database;

/// The roles a connection can act as. The owner is whoever signs in; each connection steps down from it before its
/// first use.
public enum DatabaseRole {
    /// Migrations, and the operator's commands: sees every organization.
    OWNER("", ""),

    /// Sees the rows of one organization, the one its transaction names.
    APPLICATION("chask_application", "set statement_timeout = '30s';"),

    /// The lanes of the message writer: conversations and messages of every organization. Plans are made once, without
    /// statistics, and must walk the keys: a plan cached while the tables were empty stays forty times too slow.
    WRITER("chask_writer", """
            set plan_cache_mode = force_generic_plan;
            set enable_hashjoin = off;
            set enable_mergejoin = off;
            set enable_seqscan = off;
            set enable_bitmapscan = off;
            set enable_material = off;
            set jit = off;
            set synchronous_commit = on;
            set statement_timeout = '30s';
            set idle_in_transaction_session_timeout = '30s';
            """),

    /// Ids and sequences of every organization, never content.
    WATCHER("chask_watcher", "set statement_timeout = '30s';");

    private final String sqlName;
    private final String settings;

    DatabaseRole(String sqlName, String settings) {
        this.sqlName = sqlName;
        this.settings = settings;
    }

    /// The name in PostgreSQL; empty for the owner, who is whoever signs in. Roles belong to the whole server: two
    /// databases of one server share them.
    public String sqlName() {
        return sqlName;
    }

    /// What a new connection executes to act as this role.
    String startStatements() {
        return this == OWNER ? "select 1" : settings + "set role " + sqlName;
    }
}
