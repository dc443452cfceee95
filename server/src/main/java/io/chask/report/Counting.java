package io.chask.report;

import io.chask.database.Database;
import io.chask.report.Happening.Changed;
import io.chask.report.Happening.Said;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Counts the new messages of conversations, and says with the same commit how far it has come: whatever is killed in
/// between, each counts once. Blocks.
final class Counting {

    private final Database database;
    private final int step;

    /// @param step messages of one conversation that are read at once
    Counting(Database database, int step) {
        this.database = database;
        this.step = step;
    }

    /// Brings these conversations of one organization up to date, each by a step at the most.
    ///
    /// @return those that have more messages than a step
    List<UUID> update(UUID organization, Collection<UUID> conversations) {
        return database.deriveInOrganization(organization, handle -> update(handle, organization, conversations));
    }

    private List<UUID> update(Handle handle, UUID organization, Collection<UUID> conversations) {
        var rows = new CountingRows(handle, organization);
        var standings = rows.lock(conversations);
        var said = grouped(rows.said(standings, step));
        // Read after the messages: a change that was committed before one of them is among these.
        var changed = grouped(rows.changed(standings));
        var figures = new Figures();
        List<Standing> after = new ArrayList<>();
        List<UUID> behind = new ArrayList<>();
        for (var standing : standings) {
            var id = standing.conversation();
            var messages = said.getOrDefault(id, List.of());
            boolean complete = messages.size() < step;
            var tally = new Tally(standing, figures);
            inOrder(messages, changed.getOrDefault(id, List.of()), complete).forEach(tally::count);
            after.add(tally.standing());
            if (!complete) {
                behind.add(id);
            }
        }
        rows.write(after, figures);
        return behind;
    }

    /// A change comes after the last message there was. Those beyond what was read are left for the next step.
    private static List<Happening> inOrder(List<Said> messages, List<Changed> changes, boolean complete) {
        List<Happening> all = new ArrayList<>();
        int next = 0;
        for (var message : messages) {
            while (next < changes.size() && changes.get(next).after() < message.sequence()) {
                all.add(changes.get(next++));
            }
            all.add(message);
        }
        if (complete) {
            all.addAll(changes.subList(next, changes.size()));
        }
        return all;
    }

    private static <H extends Happening> Map<UUID, List<H>> grouped(List<H> happenings) {
        Map<UUID, List<H>> groups = new HashMap<>();
        happenings.forEach(each -> groups.computeIfAbsent(each.conversation(), _ -> new ArrayList<>())
                .add(each));
        return groups;
    }
}
