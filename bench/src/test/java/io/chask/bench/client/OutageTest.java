package io.chask.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class OutageTest {

    private static final long SECOND = 1_000_000_000L;

    private final Outage outage = new Outage();

    @Test
    void anOutageIsReportedOnce() {
        assertThat(outage.lost(1006, 0)).contains("CONNECTION_ERROR");
        assertThat(outage.lost(1006, SECOND)).isEmpty();
        outage.welcomed(2 * SECOND);
        assertThat(outage.lost(4102, 3 * SECOND)).contains("CONNECTION_ERROR");
    }

    @Test
    void aDeployIsNotReportedWithinHalfAMinute() {
        assertThat(outage.lost(4200, 0)).isEmpty();
        assertThat(outage.lost(1006, 29 * SECOND)).isEmpty();
        assertThat(outage.welcomed(29 * SECOND)).isEmpty();
    }

    @Test
    void aDeployThatTakesLongerIsReported() {
        assertThat(outage.lost(1012, 0)).isEmpty();
        assertThat(outage.lost(1006, 31 * SECOND)).contains("CONNECTION_ERROR");
        assertThat(outage.welcomed(32 * SECOND)).isEmpty();
    }

    @Test
    void aRefusedTokenIsAnErrorOfItsOwn() {
        assertThat(outage.lost(4004, 0)).contains("AUTH_ERROR");
        assertThat(Closing.of(4004)).isEqualTo(Closing.STOP_UNAUTHORIZED);
    }

    @Test
    void backingOffGrowsUntilTenSecondsWereStable() {
        var backoff = new Backoff(Tempo.REAL, new SplittableRandom(1));
        for (int attempt = 0; attempt < 50; attempt++) {
            assertThat(backoff.next(0)).isBetween(SECOND / 2, 21 * SECOND);
        }
        backoff.welcomed(0);
        assertThat(backoff.next(10 * SECOND)).isBetween(SECOND / 2, SECOND);
    }

    @Test
    void aDrainIsComeBackFromWithinItsWindow() {
        var backoff = new Backoff(Tempo.REAL, new SplittableRandom(1));
        backoff.drain(java.time.Duration.ofMillis(10));
        assertThat(backoff.next(0)).isBetween(0L, SECOND / 100);
        assertThat(backoff.next(0)).isGreaterThanOrEqualTo(SECOND / 2);
    }
}
