package com.quanticity.ibkr.gateway.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
}
