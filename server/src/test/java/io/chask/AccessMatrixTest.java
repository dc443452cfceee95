package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// S7: every request and every frame, asked by every role, is answered as `wire/access.md` says.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessMatrixTest {

    private static final List<AccessRole> ROLES = List.of(AccessRole.values());

    private final AccessTable table = AccessTable.read();
    private final AccessCast cast = new AccessCast();

    @Test
    void s7EveryRequestHasItsLineAndEveryLineItsRequest() {
        assertThat(names(table.requests())).isEqualTo(Contract.instance().operations());
        assertThat(names(table.frames()))
                .isEqualTo(AccessFrames.types().stream()
                        .map(type -> "frame " + type)
                        .collect(Collectors.toCollection(TreeSet::new)));
        for (var row : table.requests()) {
            assertThat(row.cells().keySet()).as(row.name()).containsAll(ROLES);
        }
        for (var row : table.frames()) {
            assertThat(row.cells().keySet()).as(row.name()).containsAll(ROLES);
        }
    }

    private static Set<String> names(List<AccessTable.Row> rows) {
        return rows.stream().map(AccessTable.Row::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void s7EveryRequestIsAnsweredAsTheTableSays() {
        var actual =
                Contract.instance().operations().stream().map(this::request).toList();
        assertThat(text(actual)).isEqualTo(text(table.requests()));
    }

    private AccessTable.Row request(String operation) {
        var people = AccessRequests.SPENDING.contains(operation) ? new AccessCast() : cast;
        return row(operation, role -> new AccessRequests(people).ask(operation, role, people.targets()));
    }

    @Test
    void s7EveryFrameIsAnsweredAsTheTableSays() {
        var actual = AccessFrames.types().stream().map(this::frame).toList();
        assertThat(text(actual)).isEqualTo(text(table.frames()));
    }

    private AccessTable.Row frame(String type) {
        var frames = new AccessFrames(cast);
        var effects = new AccessEffects(cast);
        Map<AccessRole, String> marks =
                type.equals("ack") || type.equals("read") ? effects.marks(type) : new EnumMap<>(AccessRole.class);
        var shared = cast.conversation();
        return row("frame " + type, role -> {
            // Whoever sends opens what does not exist for him.
            var conversation = type.equals("send") ? cast.conversation() : shared;
            var told = frames.tell(type, role, conversation);
            if ((type.equals("typing") || type.equals("viewing")) && told.equals("nothing")) {
                return effects.heard(type, role, conversation);
            }
            return told.equals("nothing") ? marks.getOrDefault(role, told) : told;
        });
    }

    private static AccessTable.Row row(String name, Function<AccessRole, String> ask) {
        Map<AccessRole, String> cells = new EnumMap<>(AccessRole.class);
        ROLES.forEach(role -> cells.put(role, ask.apply(role)));
        return new AccessTable.Row(name, cells);
    }

    /// One line a row, in the order of the names, so that a difference shows the lines to write.
    private static String text(List<AccessTable.Row> rows) {
        return rows.stream().map(AccessTable.Row::line).sorted().collect(Collectors.joining("\n", "\n", "\n"));
    }
}
