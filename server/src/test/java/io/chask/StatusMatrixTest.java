package io.chask;

import io.chask.StatusScene.Seat;
import io.chask.StatusScene.Team;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Delivered, read and unread in every combination of tabs, agents and what happens to them, on real streams: what each
/// stream ends up with and what HTTP says, against a [MarkModel].
final class StatusMatrixTest {

    /// Streams of agents.
    private record Crew(String name, List<Seat> seats) {}

    private static final List<Crew> CREWS = List.of(
            new Crew("nobody", List.of()),
            new Crew("an agent", List.of(new Seat(0, true))),
            new Crew("an agent who does not watch", List.of(new Seat(0, false))),
            new Crew("two agents", List.of(new Seat(0, true), new Seat(1, true))),
            new Crew("two agents of whom one watches", List.of(new Seat(0, true), new Seat(1, false))),
            new Crew("an agent in two windows", List.of(new Seat(0, true), new Seat(0, true))));

    /// What happens, and how many streams of agents it takes.
    private enum Happening {
        AN_AGENT_ACKS(1),
        AN_AGENT_READS(0),
        ONE_READS_AND_THE_OTHER_ONLY_ACKS(2),
        A_TAB_CLOSES(0),
        A_TAB_RESUMES(0),
        AN_AGENT_RECONNECTS(1);

        private final int streams;

        Happening(int streams) {
            this.streams = streams;
        }
    }

    private record Case(Crew crew, int tabs, Happening happening) {

        String title() {
            var what = happening.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return crew.name() + ", tabs: " + tabs + ": " + what;
        }
    }

    private static Stream<Case> cases(Crew crew) {
        return Stream.of(Happening.values())
                .filter(happening -> happening.streams <= crew.seats().size())
                .flatMap(happening -> Stream.of(1, 2).map(tabs -> new Case(crew, tabs, happening)));
    }

    // Of the ten connections to the database, two are left for what the server does by itself.
    private static final int AT_ONCE = 8;

    @TestFactory
    Stream<DynamicTest> bothSidesAreToldExactlyHowFarTheOtherHasCome() {
        // Started here: threads that wait for a class to begin would take from it those it needs for that.
        var server = RunningServer.shared();
        // Most of a combination's time is the second between two receipts: some of them run beside each other.
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            return CREWS.stream()
                    .flatMap(crew -> {
                        var team = CompletableFuture.supplyAsync(() -> Team.of(server.shop()), threads);
                        return cases(crew).map(each -> played(each, team, threads));
                    })
                    .toList()
                    .stream();
        }
    }

    private static DynamicTest played(Case each, CompletableFuture<Team> team, Executor threads) {
        var played = CompletableFuture.runAsync(() -> play(team.join(), each), threads);
        return DynamicTest.dynamicTest(each.title(), played::join);
    }

    private static void play(Team team, Case each) {
        try (var scene = new StatusScene(team, each.tabs(), each.crew().seats())) {
            scene.check();
            // The last tab, so that the one that leaves later is not the one whose mark it is.
            scene.tabMarks(each.tabs() - 1, "ack", 2);
            scene.tabMarks(each.tabs() - 1, "read", 1);
            scene.check();
            happen(scene, each.happening());
            scene.check();
        }
    }

    private static void happen(StatusScene scene, Happening happening) {
        switch (happening) {
            case AN_AGENT_ACKS -> {
                scene.agentMarks(0, "ack", 3);
                scene.settle();
                scene.agentMarks(0, "ack", 1);
            }
            case AN_AGENT_READS -> agentReads(scene);
            case ONE_READS_AND_THE_OTHER_ONLY_ACKS -> {
                scene.agentMarks(0, "ack", 3);
                scene.agentMarks(1, "read", 1);
            }
            case A_TAB_CLOSES -> {
                scene.tabMarks(0, "read", 2);
                scene.settle();
                scene.closeTab();
                agentReadsAll(scene);
            }
            case A_TAB_RESUMES -> tabResumes(scene);
            case AN_AGENT_RECONNECTS -> agentReconnects(scene);
        }
    }

    private static void agentReads(StatusScene scene) {
        if (scene.isStaffed()) {
            scene.agentMarks(0, "read", 1);
            scene.settle();
            scene.agentMarks(0, "ack", 99);
        } else {
            scene.agentReadsOverHttp(99);
        }
    }

    private static void tabResumes(StatusScene scene) {
        scene.closeTab();
        agentReadsAll(scene);
        scene.settle();
        scene.resumeTab(2);
        scene.settle();
        scene.tabMarks(0, "read", 99);
    }

    private static void agentReconnects(StatusScene scene) {
        scene.agentMarks(0, "ack", 2);
        scene.settle();
        scene.reconnectAgent(0);
        scene.check();
        scene.agentMarks(0, "read", 1);
    }

    private static void agentReadsAll(StatusScene scene) {
        if (scene.isStaffed()) {
            scene.agentMarks(0, "read", 3);
        }
    }
}
