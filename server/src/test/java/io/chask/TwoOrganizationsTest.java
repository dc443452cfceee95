package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// S8 on streams, and where an id does not stand in the address; [ForeignIdsTest] asks every address.
final class TwoOrganizationsTest {

    private final RunningServer server = RunningServer.shared();
    private final Shop own = server.shop();
    private final Shop foreign = server.shop();
    private final Guest foreignGuest = foreign.guest();
    private final UUID foreignConversation = foreignGuest.conversation(2);

    private String state() {
        var agent = foreign.agent();
        return agent.get("/v1/conversations/" + foreignConversation).text().replaceAll("signature=[^\"]+", "")
                + agent.get("/v1/conversations/" + foreignConversation + "/messages")
                        .text();
    }

    @Test
    void listShowsOnlyOnesOwn() {
        var mine = own.guest().conversation(1);
        var listed = own.agent().get("/v1/conversations").json().at("/conversations");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.at("/0/id").asString()).isEqualTo(mine.toString());
    }

    @Test
    void messageToAForeignConversationIdOpensAConversationOfOnesOwn() {
        var before = state();
        var guest = own.guest();
        var answer = guest.post(foreignConversation, "mine").expect(201);
        assertThat(answer.json().at("/sequence").asInt()).isEqualTo(1);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void foreignFileIsUnknown() {
        var file = foreignGuest.upload(TestFile.png()).expect(201);
        var guest = own.guest();
        guest.postFiles(UUID.randomUUID(), file.at("/id")).expectProblem(404, "SEND_ERROR", "ATTACHMENT_UNKNOWN");
        var link = file.at("/url").replace(foreign.id().toString(), own.id().toString());
        guest.http().get(link).expectProblem(403, "AUTH_ERROR", "LINK_INVALID");
    }

    static List<String> foreignFrames() {
        return List.of("watch", "catchup", "typing", "viewing");
    }

    @ParameterizedTest
    @MethodSource("foreignFrames")
    void foreignConversationIsUnknownOnTheStreamToo(String type) {
        try (var agent = own.agentStream()) {
            agent.send(Map.of(
                    "type", type, "conversation", foreignConversation, "after", 0, "active", true, "state", "viewing"));
            var error = agent.await("error");
            assertThat(error.at("/reason").asString()).isEqualTo("NOT_FOUND");
            assertThat(error.at("/ref").asString()).isEqualTo(foreignConversation.toString());
        }
    }

    @Test
    void agentsSendIntoAForeignConversationIsNotFound() {
        var before = state();
        try (var agent = own.agentStream()) {
            var id = UUID.randomUUID();
            agent.send(id, foreignConversation, "intruder");
            var error = agent.await("error");
            assertThat(error.at("/reason").asString()).isEqualTo("NOT_FOUND");
            assertThat(error.at("/ref").asString()).isEqualTo(id.toString());
            agent.mark("read", foreignConversation, 2).mark("ack", foreignConversation, 2);
            agent.untilPong();
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void agentHearsNothingOfAnotherOrganization() {
        try (var stranger = own.agentStream();
                var insider = foreign.agentStream()) {
            foreignGuest.post(foreignConversation, "for insiders").expect(201);
            insider.await("inbox");
            // That he is there himself is no news of anybody else.
            assertThat(stranger.untilPong())
                    .allMatch(frame -> frame.at("/type").asString().equals("presence")
                            && frame.at("/agents").size() == 1
                            && frame.at("/agents/0/id")
                                    .asString()
                                    .equals(own.agentId().toString()));
        }
    }
}
