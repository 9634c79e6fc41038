package com.quanticity.ibkr.gateway.internal.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.pacing.FakeShare;
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
        try (ConnectedSession gateway = new ConnectedSession((_, _, _) -> FakeShare.fallback(12))) {
            gateway.scheduler.advance(Duration.ofSeconds(6));
            assertThat(gateway.session.alarms()).extracting(Alarm::kind).containsExactly(AlarmKind.COORDINATION_LOST);

            gateway.gateway().onClosed(CloseReason.of(Cause.CLOSED_BY_GATEWAY, "closed"), List.of());

            assertThat(gateway.session.state()).isEqualTo(SessionState.DISCONNECTED);
            assertThat(gateway.session.alarms()).isEmpty();
        }
    }
}
