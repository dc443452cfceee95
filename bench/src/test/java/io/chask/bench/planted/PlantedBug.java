package io.chask.bench.planted;

import java.util.List;

/// A change of the server's source that breaks a promise. The server itself has no switch for it.
///
/// @param name  of the bug
/// @param edits all of them make the bug
record PlantedBug(String name, List<Edit> edits) {

    /// @param file        below the server's `src/main`
    /// @param text        stands in it exactly once; empty for a file that is new
    /// @param replacement stands there instead
    record Edit(String file, String text, String replacement) {}

    private static final String STORE = "java/io/chask/store/";

    /// Senders are answered before the commit, which follows a moment later.
    static final PlantedBug ANSWER_BEFORE_COMMIT = new PlantedBug(
            "answer before commit",
            List.of(
                    new Edit(
                            STORE + "BatchStatement.java",
                            "this.connection = connection;",
                            "this.connection = connection; connection.setAutoCommit(false);"),
                    new Edit(
                            STORE + "BatchCommitter.java",
                            "tell(batch, outcomes, later);",
                            "tell(batch, outcomes, later); commitLater(later.unopened().isEmpty());"),
                    new Edit(
                            STORE + "BatchCommitter.java",
                            "tell(batch, outcomes, new Later(strangers, strangers));",
                            "tell(batch, outcomes, new Later(strangers, strangers)); commitLater(true);"),
                    new Edit(STORE + "BatchCommitter.java", "    private void fail(", """
                                private void commitLater(boolean answered) throws SQLException {
                                    try {
                                        Thread.sleep(answered ? 150 : 0);
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                    connection.commit();
                                }

                                private void fail(""".stripIndent())));

    /// Two writers number the same conversation at once.
    static final PlantedBug NO_ROW_LOCK = new PlantedBug(
            "no row lock", List.of(new Edit(STORE + "BatchSql.java", "for no key update) locked", ") locked")));

    /// The lock is taken inside the statement that looks up and numbers, whose snapshot is older than the wait.
    static final PlantedBug ONE_STATEMENT = new PlantedBug(
            "one statement instead of two",
            List.of(
                    new Edit(STORE + "BatchSql.java", "for no key update) locked", ") locked"),
                    new Edit(
                            STORE + "BatchSql.java",
                            "c.id = d.conversation_id limit 1) c on true",
                            "c.id = d.conversation_id limit 1 for no key update) c on true")));

    /// Two lanes take from one queue: each conversation is in both.
    static final PlantedBug SHARED_QUEUE = new PlantedBug(
            "one queue shared by two lanes",
            List.of(new Edit(
                    STORE + "MessageWriter.java",
                    "Math.floorMod((conversation.hashCode() * 0x9E3779B9) >>> 16, lanes.size())",
                    "java.util.concurrent.ThreadLocalRandom.current().nextInt(lanes.size())")));

    /// Nothing keeps an id from standing twice.
    static final PlantedBug NO_UNIQUE_KEY = new PlantedBug(
            "no unique key",
            List.of(
                    new Edit(
                            "resources/db/migration/V1000__no_unique_key.sql",
                            "",
                            "alter table message drop constraint message_id;"),
                    new Edit(STORE + "BatchSql.java", "and m.id = d.id\n", "and m.id = d.id and false\n")));

    /// The first missed message is not replayed.
    static final PlantedBug RESUME_OFF_BY_ONE = new PlantedBug(
            "resume off by one",
            List.of(new Edit(
                    "java/io/chask/delivery/Replay.java",
                    "log.after(id, after, MAX_GAP)",
                    "log.after(id, after + 1, MAX_GAP)")));

    /// The server goes without telling its streams and without waiting for what is under way.
    static final PlantedBug DRAIN_WITHOUT_WAIT = new PlantedBug(
            "drain without wait",
            List.of(new Edit(
                    "java/io/chask/edge/StreamHub.java",
                    "long end = now() + limit.toNanos();",
                    "if (draining) { return; } long end = now() + limit.toNanos();")));
}
