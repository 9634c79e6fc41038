package com.quanticity.ibkr.gateway.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ClockSkewTest {

    private static final Instant SENT = Instant.parse("2026-04-13T19:27:04.400Z");
    private static final Instant RECEIVED = SENT.plusMillis(200);

    private final ClockSkew skew = new ClockSkew();

    @Test
    void isUnknownBeforeTheFirstAnswer() {
        assertThat(skew.last()).isNull();
    }

    @Test
    void comparesWithTheMiddleOfSendingAndReceiving() {
        skew.answered(Instant.parse("2026-04-13T19:27:07.500Z"), SENT, RECEIVED);

        assertThat(skew.last()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void countsWholeSecondsAsTheirMiddle() {
        skew.answered(Instant.parse("2026-04-13T19:27:04Z"), SENT, RECEIVED);

        assertThat(skew.last()).isEqualTo(Duration.ZERO);
    }

    @Test
    void narrowsTheSecondWithEveryAnswer() {
        for (int i = 0; i < 20; i++) {
            Instant sent = SENT.plusMillis(10_130L * i);
            Instant gateway = sent.plusMillis(5).minusMillis(250);
            skew.answered(gateway.truncatedTo(ChronoUnit.SECONDS), sent, sent.plusMillis(10));
        }

        assertThat(skew.last()).isBetween(Duration.ofMillis(-320), Duration.ofMillis(-180));
    }

    @Test
    void startsAnewWhenAClockWasSet() {
        skew.answered(Instant.parse("2026-04-13T19:27:04Z"), SENT, RECEIVED);
        skew.answered(Instant.parse("2026-04-13T20:27:14Z"), SENT.plusSeconds(10), RECEIVED.plusSeconds(10));

        assertThat(skew.last()).isEqualTo(Duration.ofHours(1));
    }
}
