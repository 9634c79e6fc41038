package com.quanticity.ibkr.simulator.matching.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.matching.reading.Instrument;
import com.quanticity.ibkr.simulator.matching.reading.OrderReader;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingPriceTest {

    private static final Quote QUOTE = new Quote(
            new BigDecimal("10.00"), new BigDecimal("10.05"), new BigDecimal("10.02"), new BigDecimal("0.01"));

    private static OrderTerms terms(String secType, String... fields) {
        Fields order = new Fields()
                .put("order.action", "BUY")
                .put("order.totalQuantity", "100")
                .put("order.tif", "DAY");
        for (int i = 0; i < fields.length; i += 2) {
            order.put("order." + fields[i], fields[i + 1]);
        }
        OrderReading reading = new OrderReader(ZoneId.of("America/New_York"))
                .read(order, new Instrument(secType, "SMART", price -> true));
        assertThat(reading).isInstanceOf(OrderReading.Terms.class);
        return ((OrderReading.Terms) reading).terms();
    }

    private static String price(Working working) {
        return switch (working) {
            case Working.AtMarket _ -> "market";
            case Working.UpTo upTo ->
                "take " + upTo.limit().stripTrailingZeros().toPlainString();
            case Working.Resting resting ->
                "rest " + resting.limit().stripTrailingZeros().toPlainString();
            case Working.Idle _ -> "idle";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, MKT, , , market",
        "BUY, LMT, 9.98, , take 9.98",
        "BUY, MTL, , , take 10.05",
        "BUY, REL, , 0.01, rest 10.01",
        "SELL, REL, , 0.01, rest 10.04",
        "BUY, REL, 10, 0.02, rest 10",
        "BUY, PASSV REL, , 0.01, rest 9.99",
        "BUY, MIDPRICE, , , rest 10.02",
        "SELL, MIDPRICE, , , rest 10.03",
        "BUY, PEG MID, , 0.02, rest 10",
        "BUY, PEG MKT, , 0.02, rest 10.03",
        "BUY, PEG BEST, , , rest 10.02",
        "BUY, SNAP MID, , 0.01, rest 10.01",
        "BUY, SNAP MKT, , 0.01, take 10.04",
        "SELL, SNAP PRIM, , 0.01, rest 10.04"
    })
    void followsTheQuoteAsTheTypeSays(String action, String type, String limit, String aux, String expected) {
        OrderTerms terms = terms(
                "STK",
                "action",
                action,
                "orderType",
                type,
                "lmtPrice",
                limit == null ? "" : limit,
                "auxPrice",
                aux == null ? "" : aux);

        assertThat(price(WorkingPrice.of(WorkingPrice.activated(terms, QUOTE), QUOTE, Reference.NONE)))
                .isEqualTo(expected);
    }

    @Test
    void waitsWithAPeggedPriceWhileNobodyQuotes() {
        Quote empty = new Quote(null, null, null, BigDecimal.ONE);
        OrderTerms terms = terms("STK", "orderType", "PEG MID");

        assertThat(WorkingPrice.of(terms, empty, Reference.NONE)).isEqualTo(new Working.Idle());
    }

    @Test
    void followsABenchmarkInsideItsRange() {
        OrderTerms terms = terms(
                "STK",
                "orderType",
                "PEG BENCH",
                "startingPrice",
                "10",
                "peggedChangeAmount",
                "0.02",
                "referenceChangeAmount",
                "0.5",
                "referenceContractId",
                "756733",
                "stockRefPrice",
                "600",
                "stockRangeUpper",
                "610");

        assertThat(price(WorkingPrice.of(terms, QUOTE, benchmark("601")))).isEqualTo("rest 10.04");
        assertThat(price(WorkingPrice.of(terms, QUOTE, benchmark("611")))).isEqualTo("idle");
    }

    private static Reference benchmark(String price) {
        return new Reference() {
            @Override
            public Optional<BigDecimal> benchmark(int conId) {
                return Optional.of(new BigDecimal(price));
            }

            @Override
            public Optional<BigDecimal> underlying() {
                return Optional.empty();
            }

            @Override
            public Optional<BigDecimal> optionPrice(BigDecimal volatility) {
                return Optional.of(volatility.multiply(BigDecimal.TEN));
            }
        };
    }

    @Test
    void pricesAVolatilityOrderByItsVolatility() {
        OrderTerms terms = terms("OPT", "orderType", "VOL", "volatility", "0.25", "volatilityType", "2");

        assertThat(price(WorkingPrice.of(terms, QUOTE, benchmark("1")))).isEqualTo("rest 2.5");
    }

    @Test
    void protectsAMarketOrderOfAFuture() {
        OrderTerms terms = WorkingPrice.activated(terms("FUT", "orderType", "MKT PRT"), QUOTE);

        assertThat(price(WorkingPrice.of(terms, QUOTE, Reference.NONE))).isEqualTo("take 10.25");
    }
}
