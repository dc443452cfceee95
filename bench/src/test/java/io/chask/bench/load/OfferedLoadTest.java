package io.chask.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OfferedLoadTest {

    private final Network network = new Network();

    @AfterEach
    void close() throws InterruptedException {
        network.close();
    }

    /// Nobody sits on its seats: what is sent goes nowhere.
    private static Pair stalled() {
        return new Pair(UUID.randomUUID(), 0x4000L, "token", "ticket", () -> {});
    }

    @Test
    void whatNeverComesIsCountedAndIsAsLateAsItWasWaitedFor() throws InterruptedException {
        var load = new OfferedLoad(network, List.of(stalled()), "text", Duration.ofMillis(100));
        Result result = load.run("stalled", 100, Duration.ofMillis(50), Duration.ofMillis(200));
        assertThat(result.offered()).isEqualTo(20);
        assertThat(result.undelivered()).isEqualTo(20);
        assertThat(result.perSecond()).isZero();
        assertThat(result.delivery().getTotalCount()).isEqualTo(20);
        assertThat(result.delivery().getMinValue())
                .isGreaterThanOrEqualTo(Duration.ofMillis(99).toNanos());
    }

    @Test
    void aMeterCountsWhatComesWhileItRuns() {
        var meter = new Meter();
        meter.delivered(5);
        meter.start(0);
        meter.delivered(7);
        meter.sent(3);
        meter.end(1_000_000_000L);
        meter.delivered(9);
        Result result = meter.result("row");
        assertThat(result.perSecond()).isEqualTo(1.0);
        assertThat(result.delivery().getTotalCount()).isEqualTo(1);
        assertThat(result.sent().getMaxValue()).isEqualTo(3);
    }
}
