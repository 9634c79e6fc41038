package com.quanticity.ibkr.gateway.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.pacing.FakeShare;
import com.quanticity.ibkr.gateway.pacing.HistoryAllowances;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.model.session.ClientId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayPaceTest {

    private static final long NOW = 1_000_000_000L;

    /** Orders leave some slots alone, so a share of just what was used would hold every order back. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 10, 20, 30})
    void asksForRoomForTheNextOrderAtAnySteadyRate(int sent) {
        FakeShare share = FakeShare.granting(45);
        HistoryLimits limits = HistoryLimits.defaults();
        GatewayPace pace = new GatewayPace(
                share, HistoryAllowances.alone(() -> NOW).open(Paces.GATEWAY, ClientId.of(1), limits), limits);
        for (int i = 0; i < sent; i++) {
            pace.sent(NOW);
        }

        pace.want(NOW, 0);

        assertThat(pace.isOpen(Lane.ORDER, NOW)).isTrue();
        assertThat(pace.waitNanos(Lane.ORDER, NOW, 0)).isZero();
    }
}
