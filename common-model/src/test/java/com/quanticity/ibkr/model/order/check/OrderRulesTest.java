package com.quanticity.ibkr.model.order.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.order.attribute.OcaGroup;
import com.quanticity.ibkr.model.order.attribute.OcaType;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo;
import com.quanticity.ibkr.model.order.attribute.OrderConditions;
import com.quanticity.ibkr.model.order.attribute.ShortSale;
import com.quanticity.ibkr.model.order.attribute.TriggerMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");
    private static final ClientOrderId ID = ClientOrderId.of("01ARYZ6S41TSV4RRFFQ69G5FAV");
    private static final ClientOrderId OTHER = ClientOrderId.of("01ARYZ6S41TSV4RRFFQ69G5FAX");
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final OrderTerms LIMIT = new OrderTerms.Limit(ONE);

    @ParameterizedTest
    @EnumSource
    void everyTypeGoesForTheDayAndTriggeredAndRestingOnesTillCancelled(OrderType type) {
        assertThat(fields(order(terms(type)))).isEmpty();
        boolean auctionLike =
                type == OrderType.MARKET_ON_CLOSE || type == OrderType.LIMIT_ON_CLOSE || type == OrderType.MIDPRICE;
        assertThat(fields(order(terms(type)).withLifetime(Lifetime.GOOD_TILL_CANCELLED))
                        .isEmpty())
                .isEqualTo(!auctionLike);
    }

    @ParameterizedTest
    @EnumSource
    void onlyMarketAndLimitGoIntoTheOpening(OrderType type) {
        assertThat(fields(order(terms(type)).withLifetime(Lifetime.AT_THE_OPENING))
                        .isEmpty())
                .isEqualTo(type == OrderType.MARKET || type == OrderType.LIMIT);
    }

    static Stream<Arguments> wrong() {
        Order limit = order(LIMIT);
        return Stream.of(
                Arguments.of(order(new OrderTerms.Limit(new BigDecimal("-1"))), "limitPrice"),
                Arguments.of(order(new OrderTerms.Stop(BigDecimal.ZERO)), "stopPrice"),
                Arguments.of(order(new OrderTerms.MarketIfTouched(BigDecimal.ZERO)), "triggerPrice"),
                Arguments.of(order(new OrderTerms.Trail(null, null, null)), "trailAmount"),
                Arguments.of(order(new OrderTerms.Trail(ONE, ONE, null)), "trailAmount"),
                Arguments.of(order(new OrderTerms.Trail(null, new BigDecimal("100"), null)), "trailPercent"),
                Arguments.of(order(new OrderTerms.TrailLimit(ONE, null, null, ONE, null)), "stopPrice"),
                Arguments.of(order(new OrderTerms.TrailLimit(ONE, null, ONE, ONE, ONE)), "limitOffset"),
                Arguments.of(order(new OrderTerms.Relative(null, null, ONE)), "offset"),
                Arguments.of(limit.withLifetime(Lifetime.of(TimeInForce.GOOD_TILL_DATE)), "goodUntil"),
                Arguments.of(limit.withLifetime(Lifetime.until(NOW)), "goodUntil"),
                Arguments.of(limit.withLifetime(Lifetime.until(NOW.plusMillis(1500))), "goodUntil"),
                Arguments.of(limit.withLifetime(new Lifetime(TimeInForce.DAY, NOW.plusSeconds(9), null)), "goodUntil"),
                Arguments.of(limit.withLifetime(Lifetime.FILL_OR_KILL.startingAt(NOW)), "goodFrom"),
                Arguments.of(order(new OrderTerms.Stop(ONE)).withLifetime(Lifetime.FILL_OR_KILL), "timeInForce"),
                Arguments.of(with(limit, a -> a.displaySize(new BigDecimal("11"))), "displaySize"),
                Arguments.of(with(order(OrderTerms.MARKET), a -> a.displaySize(ONE)), "displaySize"),
                Arguments.of(with(limit, a -> a.displaySize(ONE).hidden(true)), "displaySize"),
                Arguments.of(
                        with(limit.withLifetime(Lifetime.IMMEDIATE_OR_CANCEL), a -> a.allOrNone(true)), "allOrNone"),
                Arguments.of(with(limit.withLifetime(Lifetime.AT_THE_OPENING), a -> a.outsideRth(true)), "outsideRth"),
                Arguments.of(with(limit, a -> a.triggerMethod(TriggerMethod.LAST)), "triggerMethod"),
                Arguments.of(with(limit, a -> a.parent(ID)), "parentClientOrderId"),
                Arguments.of(with(limit, a -> a.transmit(false)), "transmit"),
                Arguments.of(
                        with(limit, a -> a.conditions(new OrderConditions(List.of(), false, false))), "conditions"),
                Arguments.of(
                        with(limit, a -> a.shortSale(new ShortSale(ShortSale.Source.CLEARING_BROKER, "", null, null))),
                        "shortSale"),
                Arguments.of(
                        with(
                                order(new OrderTerms.Stop(ONE)),
                                a -> a.algo(new OrderAlgo.Adaptive(OrderAlgo.Priority.NORMAL))),
                        "algo"),
                Arguments.of(
                        with(
                                limit,
                                a -> a.algo(
                                        new OrderAlgo.Vwap(new BigDecimal("0.9"), null, null, false, false, false))),
                        "algo.maxShare"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesTheFieldThatIsWrong(Order order, String field) {
        assertThat(fields(order)).containsExactly(field);
    }

    @Test
    void contractsOfOptionsAreWholeAndCombinationsMayHaveNegativePrices() {
        Order option = Order.of(ID, "OPT:SPY 20261218 C 500", Side.BUY, new BigDecimal("1.5"), LIMIT, "test");
        Order credit = Order.of(
                ID,
                "BAG:+1 OPT:SPY 20261218 C 500 | -1 OPT:SPY 20261218 C 510",
                Side.BUY,
                ONE,
                new OrderTerms.Limit(new BigDecimal("-1.20")),
                "test");

        assertThat(fields(option)).containsExactly("quantity");
        assertThat(fields(credit)).isEmpty();
        assertThat(fields(credit.withTerms(new OrderTerms.MidPrice(null)))).containsExactly("type");
    }

    @ParameterizedTest
    @CsvSource({
        "BAG:+1 A | -1 B | +1 C | -1 D | +1 E",
        "BAG:+1 A | -1 A",
        "BAG:+1 A | -1 STK:B@IBIS/EUR",
        "BAG:+1 A | -1 IND:SPX@CBOE",
        "BAG:+1 A | -1001 B"
    })
    void combinationsHaveTwoToFourDifferentLegsOfOneCurrency(String symbol) {
        assertThat(fields(combination(symbol))).containsExactly("symbol");
    }

    @Test
    void combinationsGoAloneAndAtOnceAndOnlyTheyAreRouted() {
        Order spread = combination("BAG:+1 A | -2 conid:7@CBOE");

        assertThat(fields(with(spread, a -> a.comboRouting(Map.of("NonGuaranteed", "1")))))
                .isEmpty();
        assertThat(fields(with(spread, a -> a.comboRouting(Map.of("NonGuaranteed", "yes")))))
                .containsExactly("comboRouting");
        assertThat(fields(with(spread, a -> a.comboRouting(Map.of("Not a tag", "1")))))
                .containsExactly("comboRouting");
        assertThat(fields(with(order(LIMIT), a -> a.comboRouting(Map.of("NonGuaranteed", "1")))))
                .containsExactly("comboRouting");
        assertThat(fields(with(spread, a -> a.parent(OTHER)))).containsExactly("parentClientOrderId");
        assertThat(fields(with(spread, a -> a.oca(new OcaGroup("o", OcaType.CANCEL_OTHERS)))))
                .containsExactly("oca");
        assertThat(fields(spread.withLifetime(Lifetime.DAY.startingAt(NOW)))).containsExactly("goodFrom");
    }

    private static Order combination(String symbol) {
        return Order.of(ID, symbol, Side.BUY, ONE, new OrderTerms.Limit(BigDecimal.ZERO), "test");
    }

    @Test
    void groupsMadeByTheirFactoriesAreRight() {
        Order stop = Order.of(OTHER, "SPY", Side.SELL, BigDecimal.TEN, new OrderTerms.Stop(ONE), "test");
        OrderGroup bracket = OrderGroup.bracket("b", order(LIMIT), List.of(stop));
        OrderGroup oca = OrderGroup.oca("o", OcaType.CANCEL_OTHERS, List.of(order(LIMIT), stop));

        assertThat(OrderRules.check(bracket, NOW)).isEmpty();
        assertThat(OrderRules.check(oca, NOW)).isEmpty();
        assertThat(OrderRules.check(new OrderGroup("x", OrderGroup.Kind.BRACKET, oca.orders()), NOW))
                .extracting(Finding::field)
                .containsExactly("transmit", "parentClientOrderId");
        assertThat(OrderRules.check(new OrderGroup("x", OrderGroup.Kind.OCA, bracket.orders()), NOW))
                .extracting(Finding::field)
                .contains("oca");
    }

    @Test
    void changesKeepTheTypeAndStayAboveTheFill() {
        Order standing = order(LIMIT);

        assertThat(changeFields(standing, OrderChange.limit(BigDecimal.TEN))).isEmpty();
        assertThat(changeFields(standing, OrderChange.limit(ONE))).containsExactly("change");
        assertThat(changeFields(standing, OrderChange.quantity(new BigDecimal("4"))))
                .containsExactly("quantity");
        assertThat(changeFields(standing, new OrderChange(null, new OrderTerms.Stop(ONE), null)))
                .containsExactly("type");
        assertThat(changeFields(standing, new OrderChange(null, null, Lifetime.FILL_OR_KILL)))
                .containsExactly("timeInForce");
    }

    private static List<String> changeFields(Order standing, OrderChange change) {
        return OrderRules.check(standing, change, new BigDecimal("4"), NOW).stream()
                .map(Finding::field)
                .toList();
    }

    private static List<String> fields(Order order) {
        return OrderRules.check(order, NOW).stream().map(Finding::field).toList();
    }

    private static Order order(OrderTerms terms) {
        return Order.of(ID, "SPY", Side.BUY, BigDecimal.TEN, terms, "test");
    }

    private static Order with(Order order, UnaryOperator<OrderAttributes.Builder> given) {
        return order.withAttributes(given.apply(OrderAttributes.builder()).build());
    }

    static OrderTerms terms(OrderType type) {
        return switch (type) {
            case MARKET -> OrderTerms.MARKET;
            case LIMIT -> LIMIT;
            case STOP -> new OrderTerms.Stop(ONE);
            case STOP_LIMIT -> new OrderTerms.StopLimit(ONE, ONE);
            case TRAIL -> OrderTerms.Trail.byAmount(ONE, null);
            case TRAIL_LIMIT -> new OrderTerms.TrailLimit(null, ONE, ONE, ONE, null);
            case MARKET_IF_TOUCHED -> new OrderTerms.MarketIfTouched(ONE);
            case LIMIT_IF_TOUCHED -> new OrderTerms.LimitIfTouched(ONE, ONE);
            case MARKET_ON_CLOSE -> new OrderTerms.MarketOnClose();
            case LIMIT_ON_CLOSE -> new OrderTerms.LimitOnClose(ONE);
            case MARKET_TO_LIMIT -> new OrderTerms.MarketToLimit();
            case RELATIVE -> new OrderTerms.Relative(ONE, null, null);
            case PEGGED_TO_MIDPOINT -> new OrderTerms.PeggedToMidpoint(null, ONE);
            case MIDPRICE -> new OrderTerms.MidPrice(ONE);
        };
    }
}
