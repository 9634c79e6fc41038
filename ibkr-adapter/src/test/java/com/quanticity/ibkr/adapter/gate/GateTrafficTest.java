package com.quanticity.ibkr.adapter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestLimits;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.LimitOverride;
import com.quanticity.ibkr.model.risk.Permission;
import com.quanticity.ibkr.model.risk.Restriction;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.ScopeKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits of messages, repetitions, self-trades and permissions at their edge. */
class GateTrafficTest extends GateFixture {

    @Test
    void limitsMessagesWithinAWindow() {
        bench.limit(Limit.of(ALPHA, LimitKind.SUBMITS, "2", Duration.ofSeconds(1)));
        works(order(Side.BUY, "1", "499.00"));
        works(order(Side.BUY, "2", "499.00"));

        assertThat(denial(order(Side.BUY, "3", null))).isEqualTo(DenialReason.MESSAGE_RATE);
        assertThat(denial(of("beta", Side.BUY, "3", null))).isNull();

        clock.advance(Duration.ofSeconds(1));
        assertThat(denial(order(Side.BUY, "3", null))).isNull();
    }

    @Test
    void limitsOrdersThatWorkOnOneSide() {
        bench.limit(Limit.of(SPY, LimitKind.ACTIVE_ORDERS, "1"));
        hold("10");
        works(order(Side.BUY, "1", "499.00"));

        assertThat(denial(order(Side.BUY, "2", "499.00"))).isEqualTo(DenialReason.ACTIVE_ORDERS);
        assertThat(denial(order(Side.SELL, "2", "501.00"))).isNull();
    }

    @Test
    void limitsMessagesForEachTrade() {
        bench.limit(Limit.of(ALPHA, LimitKind.ORDER_EFFICIENCY, "20"));
        for (int i = 0; i < 49; i++) {
            works(order(Side.BUY, "1", "499.00"));
        }
        assertThat(denial(order(Side.BUY, "2", null))).isEqualTo(DenialReason.ORDER_RATIO);

        Order traded = order(Side.BUY, "1", "499.00");
        works(traded, "1");
        works(order(Side.BUY, "3", "499.00"), "1");
        assertThat(denial(order(Side.BUY, "2", null))).isNull();
    }

    @Test
    void disablesAStrategyThatFillsAndEntersAgain() {
        bench.limit(Limit.of(
                RiskScope.each(ScopeKind.STRATEGY), LimitKind.REPEATED_EXECUTIONS, "2", Duration.ofMinutes(5)));
        for (int i = 1; i <= 3; i++) {
            works(order(Side.BUY, "" + i, "499.00"), "" + i);
        }
        GateDecision preview = bench.gate().forPreviews().decide(order(Side.BUY, "4", null), "user", clock.instant());
        assertThat(reason(preview)).isEqualTo(DenialReason.STRATEGY_DISABLED);
        assertThat(bench.locks.all()).isEmpty();
        assertThat(denial(order(Side.BUY, "4", null))).isEqualTo(DenialReason.STRATEGY_DISABLED);
        assertThat(bench.locks.isLocked("alpha")).isTrue();
        assertThat(denial(order(Side.SELL, "6", null))).isEqualTo(DenialReason.SHORT_SALE_NOT_SHOWN);
        hold("6");
        assertThat(denial(order(Side.SELL, "6", null))).isNull();

        bench.activity.forgetCycles("alpha", clock.instant());
        bench.locks.unlock("alpha");
        assertThat(denial(order(Side.BUY, "4", null))).isNull();
    }

    @Test
    void deniesARepetitionWithinTheWindow() {
        bench.limit(Limit.of(RiskScope.FIRM, LimitKind.DUPLICATES, "0", Duration.ofSeconds(1)));
        works(order(Side.BUY, "5", "499.00"));

        assertThat(denial(order(Side.BUY, "5.0", "499.00"))).isEqualTo(DenialReason.DUPLICATE_IN_WINDOW);
        assertThat(denial(order(Side.BUY, "6", "499.00"))).isNull();
        clock.advance(Duration.ofSeconds(1));
        assertThat(denial(order(Side.BUY, "5", "499.00"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "500.50, 500.49,",
        "500.50, 500.50, SELF_TRADE",
        "500.50,, ",
        "500.02,, SELF_TRADE",
        ", 500.00, SELF_TRADE"
    })
    void deniesACrossWithAnOwnOrder(@Nullable String resting, @Nullable String price, @Nullable DenialReason reason) {
        hold("100");
        works(order(Side.SELL, "5", resting));

        assertThat(denial(order(Side.BUY, "5", price))).isEqualTo(reason);
    }

    @Test
    void leavesASleepingStopOutOfSelfTrades() {
        hold("100");
        works(sell(new OrderTerms.Stop(new BigDecimal("490.00"))));

        assertThat(denial(order(Side.BUY, "5", null))).isNull();
    }

    @Test
    void holdsToRestrictionsAndPermissions() {
        bench.limits.onLimits(TestLimits.of(
                2,
                clock.instant(),
                List.of(new Restriction("SPY", ALPHA, "insider")),
                List.of(new Permission("user", "*", "*")),
                Map.of(),
                List.of()));

        assertThat(denial(order(Side.BUY, "1", null))).isEqualTo(DenialReason.RESTRICTED);
        assertThat(denial(of("beta", Side.BUY, "1", null))).isNull();
        assertThat(denial(of("beta", Side.BUY, "1", null).decidedBy(null, "stranger")))
                .isEqualTo(DenialReason.NOT_PERMITTED);
    }

    @Test
    void letsOneOrderPassByAnOverride() {
        limitTo10ButOneOf15();
        assertThat(denial(order(Side.BUY, "16", null))).isEqualTo(DenialReason.ORDER_QUANTITY);

        Order lucky = order(Side.BUY, "15", null);
        assertThat(denial(lucky)).isNull();
        assertThat(denial(lucky)).isNull();
        assertThat(denial(order(Side.BUY, "15", null))).isEqualTo(DenialReason.ORDER_QUANTITY);
    }

    @Test
    void takesNoOverrideForAGroupThatIsDenied() {
        limitTo10ButOneOf15();
        Order tooLarge = order(Side.BUY, "16", null);
        Order covered = order(Side.BUY, "15", null);

        assertThat(new GroupGate(bench.gate(), _ -> false).decide(List.of(tooLarge, covered), "user", clock.instant()))
                .hasExactlyElementsOfTypes(GateDecision.Denied.class, GateDecision.Passed.class);

        assertThat(denial(order(Side.BUY, "15", null))).isNull();
    }

    private void limitTo10ButOneOf15() {
        bench.limits.onLimits(TestLimits.of(
                2,
                clock.instant(),
                List.of(),
                List.of(Permission.ALL),
                Map.of(),
                List.of(new LimitOverride(
                        "o1",
                        DenialReason.ORDER_QUANTITY,
                        "alpha",
                        "SPY",
                        Side.BUY,
                        new BigDecimal("15"),
                        clock.instant().plusSeconds(10),
                        "trader",
                        "officer",
                        "unwind")),
                Limit.of(SPY, LimitKind.ORDER_QUANTITY, "10")));
    }
}
