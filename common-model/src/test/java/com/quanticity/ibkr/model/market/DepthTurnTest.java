package com.quanticity.ibkr.model.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DepthTurnTest {

    @Test
    void isReadAsItIsWritten() {
        DepthTurn turn = new DepthTurn(2, Instant.parse("2026-02-27T14:30:10.750Z"));
        DepthTurn permanent = new DepthTurn(1, null);

        assertThat(turn.text()).isEqualTo("slot 2, turn until 2026-02-27T14:30:10Z");
        assertThat(DepthTurn.of(turn.text())).contains(turn);
        assertThat(DepthTurn.of(permanent.text())).contains(permanent);
    }

    @Test
    void anyOtherReasonIsNoTurn() {
        assertThat(DepthTurn.of("354 not subscribed")).isEmpty();
        assertThat(DepthTurn.of("slot 2, turn until soon")).isEmpty();
    }
}
