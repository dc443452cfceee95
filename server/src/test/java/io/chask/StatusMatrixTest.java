package io.chask;

import io.chask.StatusScene.Seat;
import io.chask.StatusScene.Team;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Delivered, read and unread in every combination of tabs, agents and what happens to them, on real streams: what each
/// stream ends up with and what HTTP says, against a [MarkModel].
final class StatusMatrixTest {

    /// Most of a combination's time is the second between two receipts, so several run beside each other.
    private static final int AT_ONCE = 12;

    private enum Crew {
        NOBODY,
        ONE_AGENT(new Seat(0, true)),
        ONE_AGENT_WHO_DOES_NOT_WATCH(new Seat(0, false)),
        TWO_AGENTS(new Seat(0, true), new Seat(1, true)),
        TWO_AGENTS_OF_WHOM_ONE_WATCHES(new Seat(0, true), new Seat(1, false)),
        ONE_AGENT_IN_TWO_WINDOWS(new Seat(0, true), new Seat(0, true));

        private final List<Seat> seats;

        Crew(Seat... seats) {
            this.seats = List.of(seats);
        }
    }

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

    private record Case(int tabs, Crew crew, Happening happening) {

        String title() {
            return (tabs + " tab(s), " + crew + ": " + happening).replace('_', ' ');
        }
    }

    private static Stream<Case> cases() {
        return IntStream.rangeClosed(1, 2)
                .boxed()
                .flatMap(tabs -> Stream.of(Crew.values())
                        .flatMap(crew -> Stream.of(Happening.values())
                                .filter(happening -> happening.streams <= crew.seats.size())
                                .map(happening -> new Case(tabs, crew, happening))));
    }

    @TestFactory
    Stream<DynamicTest> bothSidesAreToldExactlyHowFarTheOtherHasCome() {
        Map<Crew, Team> teams = new EnumMap<>(Crew.class);
        for (var crew : Crew.values()) {
            teams.put(crew, Team.create());
        }
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            return cases()
                    .map(each -> {
                        var run = CompletableFuture.runAsync(
                                () -> play(teams.get(each.crew()), each), threads);
                        return DynamicTest.dynamicTest(each.title(), run::join);
                    })
                    .toList()
                    .stream();
        }
    }

    private static void play(Team team, Case each) {
        try (var scene = new StatusScene(team, each.tabs(), each.crew().seats)) {
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
            case AN_AGENT_READS -> {
                if (scene.isStaffed()) {
                    scene.agentMarks(0, "read", 1);
                    scene.settle();
                    scene.agentMarks(0, "ack", 99);
                } else {
                    scene.agentReadsOverHttp(99);
                }
            }
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
            case A_TAB_RESUMES -> {
                scene.closeTab();
                agentReadsAll(scene);
                scene.settle();
                scene.resumeTab(2);
                scene.settle();
                scene.tabMarks(0, "read", 99);
            }
            case AN_AGENT_RECONNECTS -> {
                scene.agentMarks(0, "ack", 2);
                scene.settle();
                scene.reconnectAgent(0);
                scene.check();
                scene.agentMarks(0, "read", 1);
            }
        }
    }

    private static void agentReadsAll(StatusScene scene) {
        if (scene.isStaffed()) {
            scene.agentMarks(0, "read", 3);
        }
    }
}
