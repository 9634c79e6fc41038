package com.quanticity.ibkr.model.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.DepthBatch;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.DepthUpdate.Operation;
import com.quanticity.ibkr.model.market.DepthUpdate.Side;
import com.quanticity.ibkr.model.market.TickBatch;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.market.TickByTick.BidAsk;
import com.quanticity.ibkr.model.market.TickByTick.MidPoint;
import com.quanticity.ibkr.model.market.TickByTick.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineCodecTest {

    private static final ContractId SPY = ContractId.of(756733);
    private static final Instant BROKER = Instant.parse("2013-10-07T13:30:00Z");
    private static final Instant AT = Instant.parse("2013-10-07T13:30:00.123456789Z");

    @Test
    void writesOneReadableLineATick() {
        Map<String, String> fields = encoded(TickBatch.of(
                new Trade(
                        "SPY",
                        SPY,
                        Trade.Kind.ALL_LAST,
                        new BigDecimal("168.40"),
                        new BigDecimal("0.5"),
                        "ARCA",
                        "I|\n\\",
                        false,
                        true,
                        9,
                        1,
                        BROKER,
                        true,
                        AT),
                new BidAsk(
                        "SPY",
                        SPY,
                        new BigDecimal("1.5"),
                        null,
                        BigDecimal.TEN,
                        null,
                        true,
                        false,
                        9,
                        2,
                        BROKER,
                        false,
                        AT),
                new MidPoint("SPY", SPY, new BigDecimal("-0.005"), 9, 3, BROKER, false, AT)));

        assertThat(fields).containsEntry("v", "1").containsEntry("n", "3").containsEntry("d", """
                        A|SPY|756733|9|1|1381152600|1|1381152600123456789|168.40|0.5|ARCA|I\\p\\n\\\\||1
                        B|SPY|756733|9|2|1381152600||1381152600123456789|1.5||10||1|
                        M|SPY|756733|9|3|1381152600||1381152600123456789|-0.005
                        """);
    }

    @Test
    void writesOneReadableLineADepthUpdate() {
        Map<String, String> fields = Topics.MARKET_DEPTH.encode(Topics.MARKET_DEPTH.envelope(
                "",
                AT,
                "",
                DepthBatch.of(
                        DepthUpdate.row(
                                "SPY",
                                SPY,
                                9001,
                                Operation.INSERT,
                                Side.BID,
                                0,
                                new BigDecimal("168.40"),
                                new BigDecimal("300"),
                                "ARCA",
                                true,
                                9,
                                1,
                                AT),
                        DepthUpdate.reset("SPY", SPY, 9001, true, "317", 9, 2, AT))));

        assertThat(fields).containsEntry("d", """
                        SPY|756733|9001|I|B|0|168.40|300|ARCA|1||9|1|1381152600123456789
                        SPY|756733|9001|R||-1||||1|317|9|2|1381152600123456789
                        """);
    }

    @Property(tries = 300)
    void readsBackTheTicksItWrote(@ForAll("ticks") List<TickByTick> ticks) {
        TickBatch batch = new TickBatch(ticks);

        assertThat(Topics.MARKET_TRADE.decode(encoded(batch)).data()).isEqualTo(batch);
    }

    @Property(tries = 300)
    void readsBackTheDepthItWrote(@ForAll("updates") List<DepthUpdate> updates) {
        var sent = Topics.MARKET_DEPTH.envelope("", AT, "", new DepthBatch(updates));

        assertThat(Topics.MARKET_DEPTH.decode(Topics.MARKET_DEPTH.encode(sent)).data())
                .isEqualTo(sent.data());
    }

    /** Whatever stands in an entry, it is read or refused as malformed; nothing else is thrown. */
    @Property(tries = 500)
    void refusesForeignText(@ForAll("lines") String lines) {
        for (Topic<?> topic : List.of(Topics.MARKET_QUOTE, Topics.MARKET_TRADE, Topics.MARKET_DEPTH)) {
            try {
                topic.decode(Map.of("v", "1", "n", "1", "d", lines));
            } catch (MalformedMessageException e) {
                assertThat(e).hasMessageNotContaining("\n");
            }
        }
    }

    @Test
    void passesOverFieldsItDoesNotKnow() {
        String line = "M|SPY|756733|9|3|1381152600||1381152600123456789|-0.005|new|newer\n";

        assertThat(Topics.MARKET_TRADE
                        .decode(Map.of("v", "1", "n", "1", "d", line))
                        .data()
                        .ticks())
                .containsExactly(new MidPoint("SPY", SPY, new BigDecimal("-0.005"), 9, 3, BROKER, false, AT));
    }

    @Test
    void refusesUnknownLettersAndCutEscapes() {
        refuses("X|SPY|756733|9|3|1381152600||1|1\n", "unknown kind of tick");
        refuses("M|SP\\|756733|9|3|1381152600||1|1\n", "cut off");
        refuses("M|SP\\x|756733|9|3|1381152600||1|1\n", "unknown escape");
        refuses("M|SPY|756733|9|3|1381152600||1|\n", "number is missing");
    }

    private static void refuses(String line, String why) {
        assertThatThrownBy(() -> Topics.MARKET_TRADE.decode(Map.of("v", "1", "n", "1", "d", line)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining(why);
    }

    private static Map<String, String> encoded(TickBatch batch) {
        return Topics.MARKET_TRADE.encode(Topics.MARKET_TRADE.envelope("", AT, "", batch));
    }

    @Provide
    Arbitrary<List<TickByTick>> ticks() {
        Arbitrary<TickByTick> trades = Combinators.combine(
                        texts(), decimals(), decimals().injectNull(0.2), texts(), texts(), flags(), positive(), times())
                .as((symbol, price, size, exchange, conditions, flag, number, at) -> new Trade(
                        symbol,
                        SPY,
                        flag ? Trade.Kind.LAST : Trade.Kind.ALL_LAST,
                        price,
                        size,
                        exchange,
                        conditions,
                        flag,
                        !flag,
                        number,
                        number,
                        BROKER,
                        flag,
                        at));
        Arbitrary<TickByTick> quotes = Combinators.combine(
                        texts(), decimals().injectNull(0.2), decimals().injectNull(0.2), flags(), positive(), times())
                .as((symbol, price, size, flag, number, at) -> new BidAsk(
                        symbol, SPY, price, size, size, price, flag, !flag, number, number, BROKER, flag, at));
        Arbitrary<TickByTick> middles = Combinators.combine(texts(), decimals(), positive(), times())
                .as((symbol, price, number, at) -> new MidPoint(symbol, SPY, price, number, number, BROKER, false, at));
        return Arbitraries.oneOf(trades, quotes, middles).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<DepthUpdate>> updates() {
        Arbitrary<DepthUpdate> rows = Combinators.combine(
                        texts(),
                        Arbitraries.of(Operation.INSERT, Operation.UPDATE, Operation.DELETE),
                        Arbitraries.of(Side.class),
                        decimals().injectNull(0.2),
                        texts(),
                        flags(),
                        positive(),
                        times())
                .as((symbol, operation, side, price, maker, smart, number, at) -> DepthUpdate.row(
                        symbol, SPY, 9001, operation, side, 3, price, price, maker, smart, number, number, at));
        Arbitrary<DepthUpdate> resets = Combinators.combine(texts(), texts(), flags(), positive(), times())
                .as((symbol, reason, smart, number, at) ->
                        DepthUpdate.reset(symbol, SPY, 9001, smart, reason, number, number, at));
        return Arbitraries.oneOf(rows, resets).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> fields = Arbitraries.oneOf(
                Arbitraries.of(
                        "L", "A", "B", "M", "I", "R", "1", "", "-", ".", "1e9", "\\", "9999999999999999999", "-1"),
                texts());
        return fields.list().ofMaxSize(20).map(list -> String.join("|", list) + "\n");
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("AZ az|\\\n\rpnr\t\u0000\u00e9\u4e2d\"',;")
                .ofMaxLength(8);
    }

    private static Arbitrary<BigDecimal> decimals() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                        .ofScale(6),
                Arbitraries.of("0", "0.00", "100", "1E-12", "12345678901234567890.123456789", "-0.0100")
                        .map(BigDecimal::new));
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<Long> positive() {
        return Arbitraries.longs().greaterOrEqual(1);
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000_000_000_000L)
                .map(nanos -> Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L));
    }
}
