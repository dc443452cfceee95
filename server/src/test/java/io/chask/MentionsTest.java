package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What an agent has seen of the notes that mention him.
final class MentionsTest {

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Shop colleague = shop.colleague("Grace", Role.AGENT);
    private final UUID conversation = shop.guest().conversation(1);
    private final String path = "/v1/conversations/" + conversation;
    private final Http ada = shop.agent();
    private final Http grace = colleague.agent();

    @Test
    void whoHasSeenOneMentionHasNotSeenTheOthers() {
        var first = mention("Look");
        var second = mention("And here");
        assertThat(unseen(ada)).isEmpty();
        assertThat(unseen(grace)).containsExactly(first, second);
        grace.post(path + "/mentions/seen?note=" + second).expect(204);
        assertThat(unseen(grace)).containsExactly(first);
        assertThat(isListed()).isTrue();
        grace.post(path + "/mentions/seen?note=" + first).expect(204);
        assertThat(unseen(grace)).isEmpty();
        assertThat(isListed()).isFalse();
    }

    @Test
    void whatIsNoIdOfANoteIsRefused() {
        mention("Look");
        grace.post(path + "/mentions/seen?note=none").expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        assertThat(isListed()).isTrue();
    }

    private String mention(String content) {
        var note = Map.of(
                "content", content, "mentions", List.of(colleague.agentId().toString()));
        return ada.post(path + "/notes", note).expect(201).at("/id");
    }

    /// The notes that mention this agent and that he has not seen.
    private List<String> unseen(Http agent) {
        var notes = agent.get(path + "/notes").expect(200).json().at("/notes");
        return StreamSupport.stream(notes.spliterator(), false)
                .filter(note -> note.at("/unseen").asBoolean())
                .map(note -> note.at("/id").asString())
                .toList();
    }

    private boolean isListed() {
        var page = grace.get("/v1/conversations?status=any&mentioned=true").expect(200);
        return page.text().contains(conversation.toString());
    }
}
