package com.quanticity.ibkr.adapter.translate;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.order.attribute.OcaGroup;
import com.quanticity.ibkr.model.order.attribute.OcaType;
import com.quanticity.ibkr.model.order.attribute.OpenClose;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo;
import com.quanticity.ibkr.model.order.attribute.OrderCondition;
import com.quanticity.ibkr.model.order.attribute.OrderCondition.Join;
import com.quanticity.ibkr.model.order.attribute.OrderConditions;
import com.quanticity.ibkr.model.order.attribute.ShortSale;
import com.quanticity.ibkr.model.order.attribute.TriggerMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes to the wire comes back the same, for orders made at random; each seed is told when it fails. */
class OrderRoundTripTest {

    private static final ClientOrderId ID = ClientOrderId.of("01K9ZZZZZZZZZZZZZZZZZZZZZZ");
    private static final ClientOrderId PARENT = ClientOrderId.of("01K9ZZZZZZZZZZZZZZZZZZZZZY");
    private static final int PARENT_ID = 41;

    private static final OrderTranslator.Links LINKS = new OrderTranslator.Links() {
        @Override
        public int orderId(ClientOrderId parent) {
            return PARENT_ID;
        }

        @Override
        public Contract contract(String symbol) {
            ContractSpec.ById byId = (ContractSpec.ById) ContractSpec.parse(symbol);
            return new Contract(byId.id(), "X", SecurityType.STOCK, byId.exchange(), "", "USD", "X", "X");
        }
    };

    @Test
    void ordersSurviveTheWayToTheWireAndBack() {
        for (long seed = 0; seed < 2_000; seed++) {
            Order order = new Maker(new Random(seed)).order();

            GatewayOrder wire = OrderTranslator.wire(order, order.account(), LINKS);

            assertThat(OrderReader.order(ID, order.symbol(), "test", wire, _ -> PARENT))
                    .as("seed %d", seed)
                    .contains(order);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsSpeltAsTheBrokerSpellsIt(OrderType type) {
        Order order = Order.of(ID, "SPY", Side.BUY, BigDecimal.TEN, new Maker(new Random(1)).terms(type), "test");

        assertThat(OrderTranslator.wire(order, "DU1").orderType()).isEqualTo(type.wireCode());
        assertThat(OrderType.ofWireCode(type.wireCode())).contains(type);
    }

    @Test
    void pricesSitInTheFieldsOfTheirType() {
        BigDecimal stop = new BigDecimal("99");
        BigDecimal limit = new BigDecimal("98.5");

        GatewayOrder stopLimit = wire(new OrderTerms.StopLimit(stop, limit));
        GatewayOrder trail = wire(new OrderTerms.Trail(null, BigDecimal.ONE, stop));

        assertThat(List.of(stopLimit.auxPrice(), stopLimit.lmtPrice())).containsExactly(stop, limit);
        assertThat(trail.auxPrice()).isNull();
        assertThat(trail.trailing().trailingPercent()).isEqualTo(BigDecimal.ONE);
        assertThat(trail.trailing().trailStopPrice()).isEqualTo(stop);
    }

    @Test
    void whatTheBrokerFillsInByItselfIsNotTakenForOurs() {
        GatewayOrder echoed = wire(OrderTerms.Trail.byAmount(BigDecimal.ONE, null)).toBuilder()
                .lmtPrice(new BigDecimal("12345"))
                .group(new com.quanticity.ibkr.gateway.order.OrderGroup(0, "", 3, false))
                .build();

        assertThat(OrderReader.terms(echoed)).contains(OrderTerms.Trail.byAmount(BigDecimal.ONE, null));
        assertThat(OrderReader.attributes(echoed, _ -> null)).isEqualTo(OrderAttributes.NONE);
    }

    private static GatewayOrder wire(OrderTerms terms) {
        return OrderTranslator.wire(Order.of(ID, "SPY", Side.BUY, BigDecimal.TEN, terms, "test"), "DU1");
    }

    /** Makes orders. */
    private record Maker(Random random) {

        Order order() {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            return new Order(
                    ID,
                    "DU1",
                    "SPY",
                    side,
                    decimal(),
                    terms(any(OrderType.values())),
                    lifetime(),
                    attributes(side),
                    "test",
                    null,
                    null);
        }

        OrderTerms terms(OrderType type) {
            boolean first = random.nextBoolean();
            return switch (type) {
                case MARKET -> OrderTerms.MARKET;
                case LIMIT -> new OrderTerms.Limit(decimal());
                case STOP -> new OrderTerms.Stop(decimal());
                case STOP_LIMIT -> new OrderTerms.StopLimit(decimal(), decimal());
                case TRAIL -> new OrderTerms.Trail(first ? decimal() : null, first ? null : decimal(), maybe());
                case TRAIL_LIMIT ->
                    new OrderTerms.TrailLimit(
                            first ? decimal() : null,
                            first ? null : decimal(),
                            decimal(),
                            first ? decimal() : null,
                            first ? null : decimal());
                case MARKET_IF_TOUCHED -> new OrderTerms.MarketIfTouched(decimal());
                case LIMIT_IF_TOUCHED -> new OrderTerms.LimitIfTouched(decimal(), decimal());
                case MARKET_ON_CLOSE -> new OrderTerms.MarketOnClose();
                case LIMIT_ON_CLOSE -> new OrderTerms.LimitOnClose(decimal());
                case MARKET_TO_LIMIT -> new OrderTerms.MarketToLimit();
                case RELATIVE -> new OrderTerms.Relative(first ? decimal() : null, first ? null : decimal(), maybe());
                case PEGGED_TO_MIDPOINT -> new OrderTerms.PeggedToMidpoint(maybe(), maybe());
                case MIDPRICE -> new OrderTerms.MidPrice(maybe());
            };
        }

        private Lifetime lifetime() {
            TimeInForce tif = any(TimeInForce.values());
            return new Lifetime(
                    tif, tif == TimeInForce.GOOD_TILL_DATE ? time() : null, random.nextInt(4) == 0 ? time() : null);
        }

        private OrderAttributes attributes(Side side) {
            return OrderAttributes.builder()
                    .oca(random.nextBoolean() ? new OcaGroup("g" + random.nextInt(), any(OcaType.values())) : null)
                    .parent(random.nextBoolean() ? PARENT : null)
                    .transmit(random.nextBoolean())
                    .outsideRth(random.nextBoolean())
                    .displaySize(random.nextBoolean() ? BigDecimal.valueOf(1 + random.nextInt(500)) : null)
                    .hidden(random.nextBoolean())
                    .allOrNone(random.nextBoolean())
                    .triggerMethod(random.nextBoolean() ? TriggerMethod.MIDPOINT : null)
                    .conditions(random.nextBoolean() ? conditions() : null)
                    .algo(random.nextBoolean() ? algo() : null)
                    .openClose(random.nextBoolean() ? any(OpenClose.values()) : null)
                    .shortSale(side == Side.SELL && random.nextBoolean() ? shortSale() : null)
                    .comboRouting(random.nextBoolean() ? Map.of() : Map.of("NonGuaranteed", "1", "LeginPrio", "0"))
                    .build();
        }

        private ShortSale shortSale() {
            return random.nextBoolean()
                    ? new ShortSale(ShortSale.Source.CLEARING_BROKER, "", null, null)
                    : new ShortSale(ShortSale.Source.THIRD_PARTY, "ABC", 1, null);
        }

        private OrderConditions conditions() {
            Join join = any(Join.values());
            boolean above = random.nextBoolean();
            String symbol = new ContractSpec.ById(ContractId.of(1 + random.nextInt(9999)), "ARCA").text();
            return new OrderConditions(
                    List.of(
                            new OrderCondition.Price(join, symbol, above, decimal(), any(TriggerMethod.values())),
                            new OrderCondition.Time(join, above, time()),
                            new OrderCondition.Margin(join, above, random.nextInt(100)),
                            new OrderCondition.Execution(join, SecurityType.STOCK, "SMART", "SPY"),
                            new OrderCondition.Volume(join, symbol, above, 1 + random.nextInt(9999)),
                            new OrderCondition.PercentChange(join, symbol, above, decimal())),
                    random.nextBoolean(),
                    random.nextBoolean());
        }

        private OrderAlgo algo() {
            @Nullable Instant start = random.nextBoolean() ? time() : null;
            @Nullable Instant end = random.nextBoolean() ? time() : null;
            boolean flag = random.nextBoolean();
            return switch (random.nextInt(4)) {
                case 0 -> new OrderAlgo.Adaptive(any(OrderAlgo.Priority.values()));
                case 1 -> new OrderAlgo.Twap(any(OrderAlgo.Style.values()), start, end, flag);
                case 2 -> new OrderAlgo.Vwap(maybe(), start, end, flag, !flag, random.nextBoolean());
                default ->
                    new OrderAlgo.ArrivalPrice(maybe(), any(OrderAlgo.RiskAversion.values()), start, end, flag, !flag);
            };
        }

        private <T> T any(T[] all) {
            return all[random.nextInt(all.length)];
        }

        private BigDecimal decimal() {
            return BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(5));
        }

        private @Nullable BigDecimal maybe() {
            return random.nextBoolean() ? decimal() : null;
        }

        private Instant time() {
            return Instant.ofEpochSecond(1_700_000_000L + random.nextInt(200_000_000));
        }
    }
}
