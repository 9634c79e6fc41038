package com.quanticity.ibkr.adapter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.gate.price.Reference;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.Limits;
import com.quanticity.ibkr.model.risk.Permission;
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

/** Limits of size, price and position at their edge. */
class GateLimitsTest extends GateFixture {

    @ParameterizedTest
    @CsvSource({
        "ORDER_QUANTITY, 100, 100, 101, ORDER_QUANTITY",
        "ORDER_VALUE, 52502.10, 100, 101, ORDER_VALUE",
        "POSITION_LONG, 130, 100, 101, POSITION_LIMIT",
        "POSITION_NET, 130, 100, 101, POSITION_LIMIT",
        "GROSS_EXPOSURE, 65002.60, 100, 101, EXPOSURE_LIMIT",
        "NET_EXPOSURE, 65002.60, 100, 101, EXPOSURE_LIMIT"
    })
    void passesTheEdgeAndNothingBeyond(
            LimitKind kind, String value, String within, String beyond, DenialReason reason) {
        hold("20");
        works(order(Side.BUY, "10", "499.00"));
        RiskScope scope = kind.isFor(ScopeKind.FIRM) ? RiskScope.FIRM : SPY;
        bench.limit(Limit.of(scope, kind, value));

        assertThat(denial(order(Side.BUY, within, null))).isNull();
        assertThat(denial(order(Side.BUY, beyond, null))).isEqualTo(reason);
        assertThat(denial(order(Side.SELL, "20", null))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 505.02,",
        "BUY, 505.03, PRICE_COLLAR",
        "BUY, 1.00,",
        "SELL, 495.00,",
        "SELL, 494.99, PRICE_COLLAR",
        "SELL, 900.00,"
    })
    void holdsThePriceToTheMarketOnItsBadSide(Side side, String price, @Nullable DenialReason reason) {
        hold("100");
        bench.limit(Limit.of(RiskScope.FIRM, LimitKind.PRICE_COLLAR_PERCENT, "1"));

        assertThat(denial(order(side, "1", price))).isEqualTo(reason);
    }

    @Test
    void holdsThePriceToAnAmountAndToARangeOverTime() {
        bench.limit(
                Limit.of(SPY, LimitKind.PRICE_COLLAR_AMOUNT, "0.50"),
                Limit.of(SPY, LimitKind.PRICE_SPAN_PERCENT, "0", Duration.ofMinutes(1)));
        assertThat(denial(order(Side.BUY, "1", "500.53"))).isEqualTo(DenialReason.PRICE_COLLAR);

        bench.ranges.sample(
                TestContracts.SPY.id(),
                new Reference(new BigDecimal("499.90"), new BigDecimal("499.95"), null),
                clock.instant());
        assertThat(denial(order(Side.BUY, "1", null))).isEqualTo(DenialReason.PRICE_SPAN);

        clock.advance(Duration.ofMinutes(2));
        hearActive();
        bench.limit(Limit.of(SPY, LimitKind.PRICE_SPAN_PERCENT, "0", Duration.ofMinutes(1)));
        assertThat(denial(order(Side.BUY, "1", null))).isNull();
    }

    @Test
    void pricesAStopByItsTriggerAndValuesItAtTheWorst() {
        bench.limit(Limit.of(RiskScope.FIRM, LimitKind.ORDER_VALUE, "6300"));

        assertThat(denial(with(new OrderTerms.Stop(new BigDecimal("600.00"))))).isNull();
        assertThat(denial(with(new OrderTerms.Stop(new BigDecimal("600.01"))))).isEqualTo(DenialReason.ORDER_VALUE);
    }

    @Test
    void deniesWithoutAReference() {
        bench.quote(TestContracts.SPY.id(), null, null);

        assertThat(denial(order(Side.BUY, "1", "500.00"))).isEqualTo(DenialReason.REFERENCE_MISSING);
    }

    @Test
    void deniesWhatNoLimitCoversAndWhatIsStale() {
        bench.limits.onLimits(new Limits(
                5,
                "test",
                "test",
                clock.instant(),
                clock.instant(),
                List.of(),
                List.of(),
                List.of(Permission.ALL),
                Map.of(),
                List.of()));
        assertThat(denial(order(Side.BUY, "1", null))).isEqualTo(DenialReason.LIMITS_MISSING);

        clock.advance(Limits.VALIDITY.plusMillis(1));
        hearActive();
        assertThat(denial(order(Side.BUY, "1", null))).isEqualTo(DenialReason.LIMITS_STALE);
    }

    @Test
    void deniesIncreasesWhilePositionsAreUnknown() {
        Order standing = order(Side.BUY, "10", "499.00");
        works(standing);
        bench.exposures.onPositionsUnknown();

        assertThat(denial(order(Side.SELL, "1", null))).isEqualTo(DenialReason.POSITION_UNKNOWN);
        assertThat(change(standing.withQuantity(new BigDecimal("9")))).isNull();
        assertThat(change(standing.withQuantity(new BigDecimal("11")))).isEqualTo(DenialReason.POSITION_UNKNOWN);
    }

    @Test
    void holdsAChangeToWhatItAdds() {
        Order standing = order(Side.BUY, "100", "499.00");
        works(standing, "40");
        bench.limit(Limit.of(SPY, LimitKind.POSITION_LONG, "120"));

        assertThat(change(standing.withQuantity(new BigDecimal("120")))).isNull();
        assertThat(change(standing.withQuantity(new BigDecimal("121")))).isEqualTo(DenialReason.POSITION_LIMIT);
        assertThat(denial(order(Side.BUY, "21", "499.00"))).isEqualTo(DenialReason.POSITION_LIMIT);
    }

    @Test
    void sellsShortOnlyWithEvidence() {
        assertThat(denial(order(Side.SELL, "1", null))).isEqualTo(DenialReason.SHORT_SALE_NOT_SHOWN);

        shortable();
        assertThat(denial(order(Side.SELL, "1000", null))).isNull();
        assertThat(denial(order(Side.SELL, "1001", null))).isEqualTo(DenialReason.SHORT_SALE_NOT_SHOWN);
    }
}
