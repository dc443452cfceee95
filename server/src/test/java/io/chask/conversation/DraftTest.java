package io.chask.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chask.conversation.BadDraft.Reason;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DraftTest {

    private static final Attachment FILE =
            new Attachment(UUID.randomUUID(), "a.txt", "text/plain", 1, false, null, null, false);

    private static Draft draft(String content, List<Attachment> attachments) {
        return new Draft(
                new ConversationId(UUID.randomUUID(), UUID.randomUUID()),
                UUID.randomUUID(),
                new Author.Visitor(UUID.randomUUID()),
                content,
                attachments);
    }

    private static void assertRefused(Reason reason, String content, List<Attachment> attachments) {
        assertThatExceptionOfType(BadDraft.class)
                .isThrownBy(() -> draft(content, attachments))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\u2003"})
    void emptyTextIsRefusedUnlessThereIsAFile(String content) {
        assertRefused(Reason.CONTENT_EMPTY, content, List.of());
        assertThat(draft(content, List.of(FILE)).content()).isEqualTo(content);
    }

    @Test
    void tenThousandCodePointsAreTheLimitWhateverTheirLengthInMemory() {
        assertThat(draft("😀".repeat(10_000), List.of()).content()).hasSize(20_000);
        assertThat(draft("a".repeat(10_000), List.of()).content()).hasSize(10_000);
        assertRefused(Reason.CONTENT_TOO_LONG, "😀".repeat(10_001), List.of());
        assertRefused(Reason.CONTENT_TOO_LONG, "a".repeat(10_001), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud83d", "\ude00", "a\ud83d b", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void textThatNoDatabaseCanHoldIsRefused(String content) {
        assertRefused(Reason.CONTENT_INVALID_CHARACTERS, content, List.of());
        assertRefused(Reason.CONTENT_INVALID_CHARACTERS, content, List.of(FILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍👧‍👦", "مرحبا", "a\u202eb", "\uffff", "<img src=x onerror=alert(1)>"})
    void everyOtherTextIsTakenAsItIs(String content) {
        assertThat(draft(content, List.of()).content()).isEqualTo(content);
    }

    @Test
    void tenFilesAreTheLimit() {
        assertThat(draft("", Collections.nCopies(10, FILE)).attachments()).hasSize(10);
        assertRefused(Reason.TOO_MANY_ATTACHMENTS, "", Collections.nCopies(11, FILE));
    }
}
