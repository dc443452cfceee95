package io.chask;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/// What no answer tells of marks, typing and viewing: whether they count.
final class AccessEffects {

    private static final int SEQUENCE = 2;

    private final AccessCast cast;

    AccessEffects(AccessCast cast) {
        this.cast = cast;
    }

    /// Whether somebody else heard that this person was typing or viewing. That both sides have stopped typing comes on
    /// the same way, behind it, and ends the wait.
    String heard(String type, AccessRole role, UUID conversation) {
        try (var visitor = cast.guest(AccessRole.VISITOR).stream();
                var agent = cast.stream(AccessRole.AGENT)) {
            agent.watch(conversation, 0).await("sync");
            try (var stream = cast.stream(role)) {
                stream.send(AccessFrames.frame(type, conversation));
                stream.send(AccessFrames.frame("catchup", UUID.randomUUID())).await("error");
            }
            var stopped = Map.of("type", "typing", "conversation", conversation, "active", false);
            visitor.send(stopped);
            agent.send(stopped);
            boolean visitorHeard = hears(visitor, type);
            boolean heard = hears(agent, type) || visitorHeard;
            return heard ? "heard" : "nothing";
        }
    }

    private static boolean hears(StreamClient stream, String type) {
        boolean[] heard = {false};
        stream.await(frame -> {
            boolean end = frame.at("/type").asString().equals("typing")
                    && !frame.at("/active").asBoolean();
            heard[0] |= !end && frame.at("/type").asString().equals(type);
            return end;
        });
        return heard[0];
    }

    /// Whose mark of this kind was written, of those who try it one after the other. The agent is the last one, and
    /// when his is written all before it are.
    Map<AccessRole, String> marks(String type) {
        Map<AccessRole, UUID> conversations = new EnumMap<>(AccessRole.class);
        for (var role : AccessRole.values()) {
            if (cast.hasStream(role) && role != AccessRole.AGENT) {
                conversations.put(role, mark(type, role));
            }
        }
        conversations.put(AccessRole.AGENT, mark(type, AccessRole.AGENT));
        awaitMark(type, conversations.get(AccessRole.AGENT));
        Map<AccessRole, String> told = new EnumMap<>(AccessRole.class);
        conversations.forEach((role, conversation) -> told.put(role, marked(type, role, conversation)));
        return told;
    }

    private UUID mark(String type, AccessRole role) {
        var conversation = cast.conversation();
        try (var stream = cast.stream(role)) {
            stream.send(AccessFrames.frame(type, conversation));
            stream.send(AccessFrames.frame("catchup", UUID.randomUUID())).await("error");
        }
        return conversation;
    }

    /// The visitor is told as soon as it is written.
    private void awaitMark(String type, UUID conversation) {
        var member = type.equals("ack") ? "/delivered" : "/read";
        var http = cast.guest(AccessRole.VISITOR).http();
        try (var visitor = cast.guest(AccessRole.VISITOR).stream()) {
            visitor.send(AccessFrames.frame("catchup", conversation));
            visitor.await(frame -> frame.at("/type").asString().equals("receipt")
                    && frame.at("/conversation").asString().equals(conversation.toString())
                    && frame.at(member).asLong() >= 1);
        }
        http.get("/v1/widget/conversations").expect(200);
    }

    private String marked(String type, AccessRole role, UUID conversation) {
        var column = type.equals("ack") ? "delivered" : "read";
        long rows = cast.shop()
                .server()
                .database()
                .count("select count(*) from mark where conversation_id = '" + conversation + "' and " + column + " = "
                        + SEQUENCE + " and reader_id = '" + cast.id(role) + "'");
        return rows == 1 ? "marked" : "nothing";
    }
}
