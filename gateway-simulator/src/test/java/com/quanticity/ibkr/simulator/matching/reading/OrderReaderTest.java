package com.quanticity.ibkr.simulator.matching.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Notice;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Refusal;
import com.quanticity.ibkr.simulator.matching.terms.Conditions;
import com.quanticity.ibkr.simulator.matching.terms.OrderCondition;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.matching.terms.Scale;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderReaderTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final OrderReader READER = new OrderReader(ZoneId.of("Europe/Berlin"));
    private static final Instrument STOCK = instrument("STK");

    private static Instrument instrument(String secType) {
        return new Instrument(secType, "SMART", price -> price.remainder(CENT).signum() == 0);
    }

    private static Fields order(String... changes) {
        Fields order = new Fields()
                .put("order.action", "BUY")
                .put("order.totalQuantity", "100")
                .put("order.orderType", "LMT")
                .put("order.lmtPrice", "10.00")
                .put("order.tif", "DAY");
        for (int i = 0; i < changes.length; i += 2) {
            order.put("order." + changes[i], changes[i + 1]);
        }
        return order;
    }

    private static int refusal(Instrument instrument, Fields order) {
        return READER.read(order, instrument) instanceof Refusal refusal ? refusal.code() : 0;
    }

    private static OrderTerms terms(Instrument instrument, Fields order) {
        OrderReading reading = READER.read(order, instrument);
        assertThat(reading).isInstanceOf(OrderReading.Terms.class);
        return ((OrderReading.Terms) reading).terms();
    }

    @ParameterizedTest
    @CsvSource({
        "orderType, FEELINGS, 321",
        "orderType, QUOTE, 387",
        "orderType, BOX TOP, 387",
        "orderType, VOL, 369",
        "orderType, STP, 403",
        "orderType, TRAIL, 321",
        "orderType, REL, 158",
        "action, HOLD, 321",
        "tif, EVER, 321",
        "tif, GTD, 334",
        "tif, Minutes, 111",
        "totalQuantity, 0, 434",
        "totalQuantity, -1, 201",
        "lmtPrice, 10.001, 110",
        "lmtPrice, '', 321",
        "goodAfterTime, tomorrow, 337",
        "manualOrderTime, noon, 391",
        "triggerMethod, 5, 146",
        "displaySize, 100, 10020",
        "minQty, 101, 388",
        "hedgeType, X, 10007",
        "algoStrategy, Hope, 439",
        "adjustedOrderType, STP, 321",
        "scalePriceIncrement, 0.05, 419",
        "shortSaleSlot, 3, 347",
        "shortSaleSlot, 1, 348",
        "postToAts, 0, 10274",
        "volatilityType, 1, 367",
        "continuousUpdate, 1, 372"
    })
    void refusesWhatAGatewayRefuses(String field, String value, int code) {
        assertThat(refusal(STOCK, order(field, value))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"MOC, GTC, 113", "MIDPRICE, IOC, 111", "STP LMT, OPG, 111"})
    void refusesATimeInForceThatDoesNotFitTheType(String type, String tif, int code) {
        assertThat(refusal(STOCK, order("orderType", type, "tif", tif, "auxPrice", "9")))
                .isEqualTo(code);
    }

    @Test
    void readsEveryAliasOfAType() {
        assertThat(terms(STOCK, order("orderType", "STPLMT", "auxPrice", "11")).type())
                .isEqualTo(OrderType.STOP_LIMIT);
        assertThat(terms(STOCK, order("orderType", "MKT CLS")).type()).isEqualTo(OrderType.MARKET_ON_CLOSE);
    }

    @Test
    void fillsInTheTimeInForceAndSaysSo() {
        OrderReading reading = READER.read(order("tif", ""), STOCK);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        OrderReading.Terms.class,
                        terms -> assertThat(terms.warnings())
                                .extracting(Notice::code)
                                .containsExactly(10349));
    }

    @Test
    void ignoresOutsideHoursOfAMarketOrderWithAWarning() {
        OrderReading reading = READER.read(order("orderType", "MKT", "outsideRth", "1"), STOCK);

        assertThat(reading).isInstanceOfSatisfying(OrderReading.Terms.class, terms -> {
            assertThat(terms.warnings()).extracting(Notice::code).containsExactly(2109);
            assertThat(terms.terms().lifetime().isOutsideHours()).isFalse();
        });
    }

    @Test
    void refusesPartsOfAnOptionOnly() {
        assertThat(refusal(instrument("OPT"), order("totalQuantity", "0.5"))).isEqualTo(10243);
        assertThat(refusal(STOCK, order("totalQuantity", "0.5"))).isZero();
    }

    @Test
    void readsTimesWithAndWithoutZone() {
        OrderTerms utc = terms(STOCK, order("tif", "GTD", "goodTillDate", "20260302-20:00:00"));
        OrderTerms zoned = terms(STOCK, order("tif", "GTD", "goodTillDate", "20260302 15:00:00 US/Eastern"));
        OrderTerms windows =
                terms(STOCK, order("tif", "GTD", "goodTillDate", "20260302 21:00:00 Central European Standard Time"));
        OrderReading login = READER.read(order("tif", "GTD", "goodTillDate", "20260302 21:00:00"), STOCK);

        assertThat(utc.lifetime().goodTill()).isEqualTo(Instant.parse("2026-03-02T20:00:00Z"));
        assertThat(zoned.lifetime()).isEqualTo(utc.lifetime());
        assertThat(windows.lifetime()).isEqualTo(utc.lifetime());
        assertThat(login).isInstanceOfSatisfying(OrderReading.Terms.class, terms -> {
            assertThat(terms.warnings()).extracting(Notice::code).containsExactly(2174);
            assertThat(terms.terms().lifetime()).isEqualTo(utc.lifetime());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Twap, strategyType, Marketable, 0",
        "Twap, strategyType, Slowly, 441",
        "Twap, riskAversion, Neutral, 443",
        "Vwap, maxPctVol, 0.6, 441",
        "Vwap, noTakeLiq, yes, 441",
        "PctVol, pctVol, 0.05, 0",
        "Adaptive, adaptivePriority, Urgent, 0",
        "AD, componentSize, 0, 441",
        "Twap, startTime, 20260302-15:00:00, 0"
    })
    void checksTheParametersOfAnAlgorithm(String strategy, String tag, String value, int code) {
        Fields order = order("algoStrategy", strategy);
        order.putGroup("algoParams", List.of(new Fields().put("tag", tag).put("value", value)));

        assertThat(refusal(STOCK, order)).isEqualTo(code);
    }

    @Test
    void joinsEachConditionWithTheOneBeforeIt() {
        Fields order = order();
        order.putGroup(
                "conditions",
                List.of(
                        new Fields()
                                .put("type", "4")
                                .put("conjunction", "o")
                                .put("isMore", "1")
                                .put("value", "30"),
                        new Fields()
                                .put("type", "6")
                                .put("conjunction", "a")
                                .put("isMore", "1")
                                .put("value", "1000")
                                .put("conId", "8314"),
                        new Fields().put("type", "5").put("conjunction", "a").put("symbol", "IBM")));
        Conditions conditions = terms(STOCK, order).conditions();

        assertThat(conditions.hold(each -> each instanceof OrderCondition.Margin))
                .isFalse();
        assertThat(conditions.hold(each -> !(each instanceof OrderCondition.Volume)))
                .isTrue();
        assertThat(conditions.watches(8314)).isTrue();
    }

    @Test
    void refusesConditionsOnOtherTypes() {
        Fields order = order("orderType", "STP", "auxPrice", "11");
        order.putGroup("conditions", List.of(new Fields().put("type", "4").put("value", "1")));

        assertThat(refusal(STOCK, order)).isEqualTo(148);
    }

    @Test
    void variesRandomComponentsTheSameWayEachTime() {
        Scale scale = new Scale(new BigDecimal("100"), new BigDecimal("50"), CENT, true, null, null);

        assertThat(scale.endOfComponent(BigDecimal.ZERO))
                .isBetween(new BigDecimal("45"), new BigDecimal("155"))
                .isNotEqualByComparingTo("100")
                .isEqualTo(new Scale(new BigDecimal("100"), BigDecimal.TEN, CENT, true, null, null)
                        .endOfComponent(BigDecimal.ZERO));
    }

    @Test
    void refusesScalesThatAreNotComplete() {
        assertThat(refusal(STOCK, scale("scaleAutoReset", "1"))).isEqualTo(446);
        assertThat(refusal(STOCK, scale("scaleProfitOffset", "-1"))).isEqualTo(418);
        assertThat(refusal(STOCK, scale("scalePriceAdjustValue", "1"))).isEqualTo(447);
        assertThat(refusal(STOCK, scale("scaleInitPosition", "1"))).isEqualTo(321);
        assertThat(refusal(STOCK, scale("scaleRandomPercent", "1"))).isZero();
    }

    private static Fields scale(String field, String value) {
        return order("scalePriceIncrement", "0.05", "scaleInitLevelSize", "10", field, value);
    }

    @Test
    void worksAScaleInComponentsAtEverBetterPrices() {
        Scale scale = Scale.of(new BigDecimal("100"), new BigDecimal("50"), new BigDecimal("0.10"));

        assertThat(scale.endOfComponent(BigDecimal.ZERO)).isEqualByComparingTo("100");
        assertThat(scale.endOfComponent(new BigDecimal("120"))).isEqualByComparingTo("150");
        assertThat(scale.limitAt(Side.BUY, BigDecimal.TEN, new BigDecimal("100")))
                .isEqualByComparingTo("9.90");
        assertThat(scale.limitAt(Side.SELL, BigDecimal.TEN, new BigDecimal("150")))
                .isEqualByComparingTo("10.20");
    }
}
