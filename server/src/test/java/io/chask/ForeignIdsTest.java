package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// S8: every request whose address names something of another organization is answered as if it did not exist, and has
/// no effect. `POST /v1/widget/messages` is no such request: there a foreign conversation's id opens one of one's own
/// ([TwoOrganizationsTest]).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ForeignIdsTest {

    private static final List<AccessRole> STRANGERS = List.of(AccessRole.FOREIGN_OWNER, AccessRole.FOREIGN_VISITOR);
    /// Whoever has a file's link has the file; a link cannot be made from an id.
    private static final String LINK = "GET /v1/attachments/{id}";

    private final AccessTable table = AccessTable.read();
    private final AccessCast cast = new AccessCast();
    private final AccessRequests requests = new AccessRequests(cast);

    @Test
    void s8ForeignIdIsAnsweredAsAnUnknownOneAndChangesNothing() {
        var before = content();
        int asked = 0;
        for (var row : table.requests()) {
            if (!row.name().contains("{") || row.name().startsWith(LINK)) {
                continue;
            }
            for (var stranger : STRANGERS) {
                var foreign = requests.answer(row.name(), stranger, cast.targets());
                var unknown =
                        requests.answer(row.name(), stranger, cast.targets().unknown());
                assertThat(foreign.text()).as(row.name() + " by " + stranger).isEqualTo(unknown.text());
                assertThat(foreign.status()).as(row.name() + " by " + stranger).isIn(401, 403, 404);
                asked++;
            }
        }
        assertThat(asked).isPositive();
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void s8WhoMaySeeOnesOwnIsToldThatAForeignOneDoesNotExist() {
        for (var row : table.requests()) {
            if (!row.name().contains("{") || row.name().startsWith(LINK)) {
                continue;
            }
            if (row.cells().getOrDefault(AccessRole.OWNER, "").startsWith("2")) {
                assertThat(row.cells().get(AccessRole.FOREIGN_OWNER))
                        .as(row.name())
                        .isEqualTo("404 NOT_FOUND");
            }
            if (row.cells().getOrDefault(AccessRole.VISITOR, "").startsWith("2")) {
                assertThat(row.cells().get(AccessRole.FOREIGN_VISITOR))
                        .as(row.name())
                        .isEqualTo("404 NOT_FOUND");
                assertThat(row.cells().get(AccessRole.OTHER_VISITOR))
                        .as(row.name())
                        .isEqualTo("404 NOT_FOUND");
            }
        }
    }

    private String content() {
        return cast.shop().server().database().content(cast.shop().id());
    }
}
