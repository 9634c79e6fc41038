package com.quanticity.ibkr.gateway.internal.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.pacing.MessageShare;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BudgetAlarmTest {

    @Test
    void endsWithTheConnectionBecauseNobodyJudgesTheBudgetWithoutOne() {
        try (ConnectedSession gateway = new ConnectedSession((_, _, _) -> new Fallback())) {
            gateway.scheduler.advance(Duration.ofSeconds(6));
            assertThat(gateway.session.alarms()).extracting(Alarm::kind).containsExactly(AlarmKind.COORDINATION_LOST);

            gateway.gateway().onClosed(CloseReason.of(Cause.CLOSED_BY_GATEWAY, "closed"), List.of());

            assertThat(gateway.session.state()).isEqualTo(SessionState.DISCONNECTED);
            assertThat(gateway.session.alarms()).isEmpty();
        }
    }

    /** The other sessions of the gateway cannot be asked. */
    private static final class Fallback implements MessageShare {

        @Override
        public int slots() {
            return 12;
        }

        @Override
        public int limit() {
            return 12;
        }

        @Override
        public void want(int messages) {}

        @Override
        public void onGrowth(Runnable callback) {}

        @Override
        public void onViolation() {}

        @Override
        public Standing standing() {
            return Standing.FALLBACK;
        }

        @Override
        public void close() {}
    }
}
