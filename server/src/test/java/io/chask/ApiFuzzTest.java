package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Two thousand requests that nobody would send on purpose. None is a surprise to the server: no 5xx, and every answer
/// is
/// one that the contract documents ([Http] checks each).
final class ApiFuzzTest {

    private static final long SEED = 20_261_125;
    private static final int REQUESTS = 2_000;
    /// An upgrade, which is the stream's own tests' matter.
    private static final Set<String> LEFT_OUT = Set.of("GET /v1/stream");
    private static final List<AccessRole> PEOPLE = List.of(
            AccessRole.NOBODY, AccessRole.VISITOR, AccessRole.OWNER, AccessRole.AGENT, AccessRole.FOREIGN_OWNER);

    @Test
    void noRequestIsAnsweredBy5xxOrInAWayTheContractDoesNotDocument() {
        var cast = new AccessCast();
        var requests = new FuzzedRequests(SEED, cast.targets());
        var operations = Contract.instance().operations().stream()
                .filter(operation -> !LEFT_OUT.contains(operation))
                .toList();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int number = 0; number < REQUESTS; number++) {
            var operation = requests.any(operations);
            var role = AccessRequests.SPENDING.contains(operation) ? AccessRole.NOBODY : requests.any(PEOPLE);
            var fuzzed = requests.request(operation);
            var answer = cast.http(role).sendUndocumented(fuzzed.method(), fuzzed.path(), fuzzed.type(), fuzzed.body());
            assertThat(answer.status())
                    .as("request " + number + ": " + operation + " by " + role + " " + fuzzed.path() + "\n"
                            + answer.text())
                    .isLessThan(500);
            statuses.merge(answer.status(), 1, Integer::sum);
        }
        assertThat(statuses).as("some are granted, some refused").containsKeys(200, 201, 400, 401, 404, 415);
    }
}
