package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent.HistoricalTicksLast;
import com.quanticity.ibkr.gateway.event.TickByTickEvent.TickByTickAllLast;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.market.TickByTick.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Trades for tests, written {@code second price}, the second counted from half past nine in New York. */
final class SampleTicks {

    static final Instant OPEN = Instant.parse("2026-03-02T14:30:00Z");

    private SampleTicks() {}

    /** As the gateway streams it. */
    static TickByTickAllLast live(int requestId, String text) {
        BigDecimal price = price(text);
        return new TickByTickAllLast(
                requestId,
                TickByTickAllLast.LAST,
                at(text).getEpochSecond(),
                price.unscaledValue().longValueExact(),
                price.scale(),
                100,
                0,
                0,
                "ARCA",
                "");
    }

    /** The prefix under a request. */
    static HistoricalTicksLast past(int requestId, String... texts) {
        return new HistoricalTicksLast(
                requestId,
                Arrays.stream(texts)
                        .map(text -> new HistoryEvent.TickLast(
                                at(text), false, false, price(text), new BigDecimal("100"), "ARCA", ""))
                        .toList(),
                true);
    }

    /** As it is published. */
    static Trade trade(String text, boolean history) {
        return new Trade(
                "SPY",
                TestContracts.SPY.id(),
                Trade.Kind.LAST,
                price(text),
                new BigDecimal("100"),
                "ARCA",
                "",
                false,
                false,
                FakeSession.CONNECTION,
                1,
                at(text),
                history,
                at(text));
    }

    static List<TickByTick> trades(boolean history, String... texts) {
        return Arrays.stream(texts)
                .map(text -> (TickByTick) trade(text, history))
                .toList();
    }

    private static Instant at(String text) {
        return OPEN.plusSeconds(Long.parseLong(text.split(" ")[0]));
    }

    private static BigDecimal price(String text) {
        return new BigDecimal(text.split(" ")[1]);
    }
}
