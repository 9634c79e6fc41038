package com.quanticity.ibkr.adapter.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.quanticity.ibkr.adapter.gate.GateReadiness.Gap;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.Limits;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What the gate says it does not know is what it denies orders for. */
class GateReadinessTest extends GateFixture {

    @Test
    void namesNothingWhileOrdersPass() {
        assertThat(bench.readiness().gaps()).isEmpty();
        assertThat(denial(order(Side.BUY, "1", "500.00"))).isNull();
    }

    @Test
    void namesATradingStateThatIsTooOld() {
        String heard = clock.instant().toString();
        clock.advance(RiskState.VALIDITY.plusSeconds(1));
        bench.limit();

        assertThat(bench.readiness().gaps())
                .extracting(Gap::reason, Gap::about)
                .containsExactly(tuple(DenialReason.TRADING_STATE_UNKNOWN, "heard last: ACTIVE at " + heard));
        assertThat(denial(order(Side.BUY, "1", "500.00"))).isEqualTo(DenialReason.TRADING_STATE_UNKNOWN);
    }

    @Test
    void namesWhatIsMissingOfTheRecovery() {
        bench.missing = "completed orders";

        assertThat(bench.readiness().gaps())
                .containsExactly(new Gap(
                        DenialReason.RECOVERY_INCOMPLETE,
                        "completed orders",
                        "every new order and every change",
                        DenialReason.RECOVERY_INCOMPLETE.advice()));
        assertThat(denial(order(Side.BUY, "1", "500.00"))).isEqualTo(DenialReason.RECOVERY_INCOMPLETE);
    }

    @Test
    void namesUnknownPositions() {
        bench.exposures.onPositionsUnknown();

        assertThat(bench.readiness().gaps()).extracting(Gap::reason).containsExactly(DenialReason.POSITION_UNKNOWN);
        assertThat(denial(order(Side.BUY, "1", "500.00"))).isEqualTo(DenialReason.POSITION_UNKNOWN);
    }

    @Test
    void namesStaleLimitsAndWhenTheyWereHeard() {
        String heard = clock.instant().toString();
        clock.advance(Limits.VALIDITY.plusSeconds(1));
        hearActive();

        assertThat(bench.readiness().gaps())
                .extracting(Gap::reason, Gap::about)
                .containsExactly(tuple(DenialReason.LIMITS_STALE, "heard last: those of " + heard));
    }

    @Test
    void asksForBuyingPowerOnlyWhenALimitDoes() {
        assertThat(bench.buyingPower).isNull();
        assertThat(bench.readiness().gaps()).isEmpty();

        bench.limit(Limit.of(RiskScope.FIRM, LimitKind.BUYING_POWER_PERCENT, "50"));
        assertThat(bench.readiness().gaps())
                .extracting(Gap::reason, Gap::about)
                .containsExactly(tuple(DenialReason.BUYING_POWER_UNKNOWN, "account " + ACCOUNT));

        bench.buyingPower = new BigDecimal("10000");
        assertThat(bench.readiness().gaps()).isEmpty();
    }
}
