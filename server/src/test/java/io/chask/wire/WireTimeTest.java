package io.chask.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WireTimeTest {
    @Test
    void timesHaveExactlyThreeDecimals() {
        assertThat(WireTime.format(Instant.parse("2026-11-22T10:15:30Z"))).isEqualTo("2026-11-22T10:15:30.000Z");
        assertThat(WireTime.format(Instant.parse("2026-02-28T23:59:59.123999Z")))
                .isEqualTo("2026-02-28T23:59:59.123Z");
    }

    @Test
    void everyTimeReadsBackAsItsMillisecond() {
        var random = new Random(7);
        for (int round = 0; round < 10_000; round++) {
            var time = Instant.ofEpochMilli(random.nextLong(0, 253_402_300_799_999L));
            assertThat(Instant.parse(WireTime.format(time))).isEqualTo(time);
        }
    }
}
