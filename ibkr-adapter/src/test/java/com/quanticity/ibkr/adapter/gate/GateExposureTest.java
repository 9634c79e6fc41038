package com.quanticity.ibkr.adapter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.TestLimits;
import com.quanticity.ibkr.adapter.gate.exposure.HeldPosition;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractTerms;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.attribute.OcaGroup;
import com.quanticity.ibkr.model.order.attribute.OcaType;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.Permission;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.ScopeKind;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as exposure: working orders, groups, other currencies, orders of others. */
class GateExposureTest extends GateFixture {

    @Test
    void countsWorkingSellsForTheShortLimit() {
        shortable();
        works(order(Side.SELL, "60", "501.00"));
        bench.limit(Limit.of(SPY, LimitKind.POSITION_SHORT, "100"));

        assertThat(denial(order(Side.SELL, "40", "501.00"))).isNull();
        assertThat(denial(order(Side.SELL, "41", "501.00"))).isEqualTo(DenialReason.POSITION_LIMIT);
    }

    @Test
    void keepsALimitForEachStrategyApart() {
        Order known = order(Side.BUY, "50", "499.00");
        works(known, "50");
        bench.limit(Limit.of(RiskScope.each(ScopeKind.STRATEGY), LimitKind.POSITION_LONG, "60"));

        assertThat(denial(order(Side.BUY, "11", null))).isEqualTo(DenialReason.POSITION_LIMIT);
        assertThat(denial(of("beta", Side.BUY, "11", null))).isNull();
    }

    @Test
    void sumsTheStrategiesOfADesk() {
        works(of("beta", Side.BUY, "50", "499.00"));
        bench.limits.onLimits(TestLimits.of(
                2,
                clock.instant(),
                List.of(),
                List.of(Permission.ALL),
                Map.of("alpha", "us", "beta", "us"),
                List.of(),
                Limit.of(new RiskScope(ScopeKind.DESK, "us"), LimitKind.GROSS_EXPOSURE, "30001.20")));

        assertThat(denial(order(Side.BUY, "10", null))).isNull();
        assertThat(denial(order(Side.BUY, "11", null))).isEqualTo(DenialReason.EXPOSURE_LIMIT);
        assertThat(denial(of("gamma", Side.BUY, "500", null))).isNull();
    }

    @Test
    void countsWhatClosesItsParentAsNothingUntilTheParentFills() {
        bench.limit(Limit.of(SPY, LimitKind.POSITION_SHORT, "0"));
        Order entry = order(Side.BUY, "100", "499.00");
        Order target = attached(entry, "510.00");
        assertThat(group(target, entry)).isNull();
        assertThat(group(target.withQuantity(new BigDecimal("101")), entry)).isEqualTo(DenialReason.POSITION_LIMIT);

        works(entry);
        works(target);
        works(attached(entry, "511.00"));
        assertThat(bench.exposures.firmLine(TestContracts.SPY.id()).sells()).isZero();

        works(entry, "30");
        assertThat(bench.exposures.firmLine(TestContracts.SPY.id()).sells()).isEqualByComparingTo("100");
    }

    @Test
    void limitsBuyingPowerAndDeniesWhenItIsNotKnown() {
        bench.limit(Limit.of(RiskScope.FIRM, LimitKind.BUYING_POWER_PERCENT, "50"));
        assertThat(denial(order(Side.BUY, "1", "500.00"))).isEqualTo(DenialReason.BUYING_POWER_UNKNOWN);

        bench.buyingPower = new BigDecimal("10000");
        assertThat(denial(order(Side.BUY, "10", "500.00"))).isNull();
        assertThat(denial(order(Side.BUY, "11", "500.00"))).isEqualTo(DenialReason.BUYING_POWER);
    }

    @ParameterizedTest
    @CsvSource({"CANCEL_OTHERS, 100", "REDUCE_WITH_BLOCK, 100", "REDUCE, 220"})
    void countsTheLargestOfAGroupThatTheBrokerLetsWorkOneAtATime(OcaType type, String buys) {
        works(grouped("80", type));
        works(grouped("100", type));
        Order third = grouped("40", type);
        works(third);
        ends(third);
        works(grouped("40", type));

        assertThat(bench.exposures.firmLine(TestContracts.SPY.id()).buys()).isEqualByComparingTo(buys);
        bench.limit(Limit.of(SPY, LimitKind.POSITION_LONG, buys));
        assertThat(denial(grouped("100", type))).isEqualTo(type == OcaType.REDUCE ? DenialReason.POSITION_LIMIT : null);
        assertThat(denial(grouped("101", type))).isEqualTo(DenialReason.POSITION_LIMIT);
        assertThat(denial(order(Side.BUY, "1", "499.00"))).isEqualTo(DenialReason.POSITION_LIMIT);
    }

    @Test
    void countsTheNextLargestWhenTheLargestOfAGroupEnds() {
        Order largest = grouped("100", OcaType.CANCEL_OTHERS);
        works(largest);
        Order other = grouped("80", OcaType.CANCEL_OTHERS);
        works(other);

        works(largest, "30");
        assertThat(bench.exposures.firmLine(TestContracts.SPY.id()).longest()).isEqualByComparingTo("110");
        ends(largest);
        assertThat(bench.exposures.firmLine(TestContracts.SPY.id()).buys()).isEqualByComparingTo("80");
        ends(other);
        assertThat(bench.exposures.firmLine(TestContracts.SPY.id()).buys()).isZero();
    }

    @Test
    void holdsAChangeInAGroupToWhatTheGroupGrowsBy() {
        works(grouped("100", OcaType.CANCEL_OTHERS));
        Order smaller = grouped("80", OcaType.CANCEL_OTHERS);
        works(smaller);
        bench.limit(Limit.of(SPY, LimitKind.POSITION_LONG, "110"));

        assertThat(change(smaller.withQuantity(new BigDecimal("110")))).isNull();
        assertThat(change(smaller.withQuantity(new BigDecimal("111")))).isEqualTo(DenialReason.POSITION_LIMIT);
    }

    @Test
    void countsTheOrderBeforeWhenTheNextOfAGroupIsAsked() {
        bench.limit(Limit.of(SPY, LimitKind.POSITION_LONG, "150"));
        Order first = grouped("100", OcaType.REDUCE);
        Order second = grouped("100", OcaType.REDUCE);
        GateDecision.Passed passed = (GateDecision.Passed) bench.gate().decide(first, "user", clock.instant());

        bench.gate().expect(first, passed);
        assertThat(denial(second)).isEqualTo(DenialReason.POSITION_LIMIT);

        bench.gate().expectNot(first, passed);
        assertThat(denial(second)).isNull();
    }

    @Test
    void countsOrdersOfOtherClientsUntilTheyEnd() {
        bench.limit(Limit.of(SPY, LimitKind.POSITION_LONG, "100"));
        bench.exposures.onOthersOrder(ofOther(900_001, Side.BUY, "60", "480.00", true));
        bench.exposures.onOthersOrder(ofOther(900_001, Side.BUY, "55", "480.00", true));
        assertThat(denial(order(Side.BUY, "45", "499.00"))).isNull();
        assertThat(denial(order(Side.BUY, "46", "499.00"))).isEqualTo(DenialReason.POSITION_LIMIT);

        bench.exposures.onOthersOrder(ofOther(900_001, Side.BUY, "55", "480.00", false));
        assertThat(denial(order(Side.BUY, "100", "499.00"))).isNull();

        bench.exposures.onOthersOrders(List.of(ofOther(900_002, Side.BUY, "30", "480.00", true)));
        assertThat(denial(order(Side.BUY, "71", "499.00"))).isEqualTo(DenialReason.POSITION_LIMIT);
        bench.exposures.onOthersOrders(List.of());
        assertThat(denial(order(Side.BUY, "100", "499.00"))).isNull();
    }

    @Test
    void deniesACrossWithAnOrderTypedIntoTws() {
        bench.exposures.onOthersOrder(ofOther(900_001, Side.SELL, "5", "500.02", true));

        assertThat(denial(order(Side.BUY, "5", "500.01"))).isNull();
        assertThat(denial(order(Side.BUY, "5", "500.02"))).isEqualTo(DenialReason.SELF_TRADE);
    }

    @Test
    void addsValuesOfOtherCurrenciesAtTheAccountsRate() {
        bench.limit(Limit.of(RiskScope.FIRM, LimitKind.ORDER_VALUE, "11000"));
        trade(contract(SecurityType.STOCK, "EUR"), null);
        assertThat(bench.gate().decide(order(Side.BUY, "20", "500.00"), "user", clock.instant()))
                .isEqualTo(GateDecision.Denied.of(DenialReason.EXCHANGE_RATE_UNKNOWN, "symbol", "EUR", "USD"));

        bench.rates.known.put("EUR", new BigDecimal("1.1"));
        assertThat(denial(order(Side.BUY, "20", "500.00"))).isNull();
        assertThat(denial(order(Side.BUY, "21", "500.00"))).isEqualTo(DenialReason.ORDER_VALUE);
    }

    @Test
    void addsNothingWhileTheValueOfAPositionIsNotKnown() {
        HeldPosition foreign =
                new HeldPosition(ACCOUNT, ContractId.of(77), BigDecimal.TEN, new BigDecimal("100"), "JPY");
        bench.exposures.onPositions(List.of(foreign));
        assertThat(denial(order(Side.BUY, "1", "500.00"))).isEqualTo(DenialReason.EXCHANGE_RATE_UNKNOWN);

        bench.rates.known.put("JPY", new BigDecimal("0.01"));
        bench.exposures.settle(clock.instant());
        assertThat(denial(order(Side.BUY, "1", "500.00"))).isNull();
        assertThat(bench.exposures.firmLine(ContractId.of(77)).unitValue()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource({"STOCK, 1, 1, 5000.00", "BOND, 1, 1, 50.00", "OPTION, 100, 1, 500000.00", "STOCK, 1, 100, 50.00"})
    void valuesByMultiplierMagnifierAndPercentOfTheFace(
            SecurityType type, String multiplier, int magnifier, String worth) {
        ContractReference plain = contract(type, "USD");
        trade(plain, new ContractTerms(null, null, null, new BigDecimal(multiplier), null), magnifier);
        bench.limit(Limit.of(RiskScope.FIRM, LimitKind.ORDER_VALUE, worth));

        assertThat(denial(order(Side.BUY, "10", "500.00"))).isNull();
        assertThat(denial(order(Side.BUY, "11", "500.00"))).isEqualTo(DenialReason.ORDER_VALUE);
    }

    @Test
    void takesBuyingPowerForABracketOnce() {
        bench.limit(Limit.of(RiskScope.FIRM, LimitKind.BUYING_POWER_PERCENT, "100"));
        bench.buyingPower = new BigDecimal("55002.20");
        Order entry = order(Side.BUY, "100", "499.00");
        works(entry);
        works(attached(entry, "510.00"));
        works(attached(entry, "490.00"));

        assertThat(denial(order(Side.BUY, "9", "500.02"))).isNull();
        assertThat(denial(order(Side.BUY, "10", "500.03"))).isEqualTo(DenialReason.BUYING_POWER);
    }

    private Order grouped(String quantity, OcaType type) {
        return order(Side.BUY, quantity, "499.00")
                .withAttributes(
                        OrderAttributes.builder().oca(new OcaGroup("one", type)).build());
    }

    private void ends(Order order) {
        tell(order, "0", JournalState.CANCELLED);
    }

    private void trade(ContractReference reference, @Nullable ContractTerms terms) {
        trade(reference, terms, 1);
    }

    private void trade(ContractReference plain, @Nullable ContractTerms terms, int magnifier) {
        contracts.onResolved(
                "SPY",
                new ContractReference(
                        plain.contract(),
                        terms,
                        "",
                        "",
                        null,
                        magnifier,
                        List.of(),
                        List.of(),
                        null,
                        "",
                        "",
                        "",
                        plain.at()));
    }

    private ContractReference contract(SecurityType type, String currency) {
        return ContractReference.of(
                new Contract(TestContracts.SPY.id(), "SPY", type, "SMART", "", currency, "SPY", ""),
                "",
                null,
                List.of(),
                "",
                "",
                clock.instant());
    }

    private DropCopyOrder ofOther(long permId, Side side, String remaining, String limitPrice, boolean open) {
        return new DropCopyOrder(
                permId,
                ClientId.of(0),
                OrderId.of(0),
                "",
                TradeOrigin.MANUAL,
                ACCOUNT,
                TestContracts.SPY.id(),
                "SPY",
                side,
                "LMT",
                new BigDecimal(remaining),
                new BigDecimal(limitPrice),
                open ? "Submitted" : "Cancelled",
                open,
                null,
                new BigDecimal(remaining),
                clock.instant());
    }
}
