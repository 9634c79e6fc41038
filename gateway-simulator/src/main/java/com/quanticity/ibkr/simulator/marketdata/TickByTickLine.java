package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.marketdata.TickMemory.QuoteTick;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One stream of single ticks. Source of the attribute bits: tws-wire ticks.md, section 4. */
final class TickByTickLine {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int UNREPORTED = 2;

    private final Client client;
    private final int requestId;
    private final SymbolMarket symbol;
    private final TickByTickKind kind;
    private final boolean ignoresSize;
    private @Nullable BigDecimal lastMiddle;

    TickByTickLine(Client client, int requestId, SymbolMarket symbol, TickByTickKind kind, boolean ignoresSize) {
        this.client = client;
        this.requestId = requestId;
        this.symbol = symbol;
        this.kind = kind;
        this.ignoresSize = ignoresSize;
    }

    Client client() {
        return client;
    }

    SymbolMarket symbol() {
        return symbol;
    }

    TickByTickKind kind() {
        return kind;
    }

    int requestId() {
        return requestId;
    }

    /** Tells the past in one frame, which says that nothing of it follows. */
    void tellPast(TickMemory memory, int most) {
        switch (kind) {
            case LAST -> tellPastTrades(memory.trades(most, false));
            case ALL_LAST -> tellPastTrades(memory.trades(most, true));
            case BID_ASK -> tellPastQuotes(memory.quotes(most));
            case MID_POINT -> tellPastMiddles(memory.quotes(most));
        }
    }

    private void tellPastTrades(List<MarketEvent.Trade> trades) {
        past(
                "HISTORICAL_TICKS_LAST",
                trades.stream()
                        .map(trade -> new Fields()
                                .put("time", trade.timeNanos() / 1_000_000_000L)
                                .put("attrMask", attributesOf(trade))
                                .put("price", trade.price())
                                .put("size", trade.size())
                                .put("exchange", Instruments.exchangeName(trade.exchange(), symbol.contract()))
                                .put("specialConditions", trade.conditions()))
                        .toList());
    }

    /** The two bits stand in the reverse order of the stream's. */
    private void tellPastQuotes(List<QuoteTick> quotes) {
        past(
                "HISTORICAL_TICKS_BID_ASK",
                quotes.stream()
                        .map(quote -> new Fields()
                                .put("time", quote.time())
                                .put("attrMask", (quote.askPastHigh() ? 1 : 0) | (quote.bidPastLow() ? 2 : 0))
                                .put("priceBid", priceOf(quote.bid()))
                                .put("priceAsk", priceOf(quote.ask()))
                                .put("sizeBid", quote.bid().size())
                                .put("sizeAsk", quote.ask().size()))
                        .toList());
    }

    private void tellPastMiddles(List<QuoteTick> quotes) {
        past(
                "HISTORICAL_TICKS",
                quotes.stream()
                        .filter(quote -> middleOf(quote) != null)
                        .map(quote -> new Fields()
                                .put("time", quote.time())
                                .put("unused", 0)
                                .put("price", middleOrZero(quote))
                                .put("size", 0))
                        .toList());
    }

    private void past(String message, List<Fields> ticks) {
        Event event = Event.of(message).with("reqId", requestId).with("done", 1);
        event.fields().putGroup("ticks", ticks);
        client.send(event);
    }

    void onTrade(MarketEvent.Trade trade) {
        boolean isWanted = kind == TickByTickKind.ALL_LAST || kind == TickByTickKind.LAST && trade.updatesLast();
        if (isWanted) {
            client.send(tick(trade.timeNanos() / 1_000_000_000L)
                    .with("price", trade.price())
                    .with("size", trade.size())
                    .with("attrMask", attributesOf(trade))
                    .with("exchange", Instruments.exchangeName(trade.exchange(), symbol.contract()))
                    .with("specialConditions", trade.conditions()));
        }
    }

    void onQuote(QuoteTick quote, QuoteChange change) {
        boolean isOtherPrice = change.bid().price() || change.ask().price();
        if (kind == TickByTickKind.BID_ASK && (isOtherPrice || !ignoresSize && isOtherSize(change))) {
            client.send(tick(quote.time())
                    .with("bidPrice", priceOf(quote.bid()))
                    .with("askPrice", priceOf(quote.ask()))
                    .with("bidSize", quote.bid().size())
                    .with("askSize", quote.ask().size())
                    .with("attrMaskBidAsk", (quote.bidPastLow() ? 1 : 0) | (quote.askPastHigh() ? 2 : 0)));
        }
        if (kind == TickByTickKind.MID_POINT) {
            tellMiddle(quote);
        }
    }

    private void tellMiddle(QuoteTick quote) {
        BigDecimal middle = middleOf(quote);
        if (middle != null && (lastMiddle == null || middle.compareTo(lastMiddle) != 0)) {
            lastMiddle = middle;
            client.send(tick(quote.time()).with("midPoint", middle));
        }
    }

    private Event tick(long time) {
        return Event.of("TICK_BY_TICK")
                .with("reqId", requestId)
                .with("tickType", kind.code())
                .with("time", time);
    }

    private static boolean isOtherSize(QuoteChange change) {
        return change.bid().size() || change.ask().size();
    }

    private static int attributesOf(MarketEvent.Trade trade) {
        return trade.updatesLast() ? 0 : UNREPORTED;
    }

    private static BigDecimal priceOf(BestPrice side) {
        return side.price() == null ? BigDecimal.ZERO : side.price();
    }

    private static BigDecimal middleOrZero(QuoteTick quote) {
        BigDecimal middle = middleOf(quote);
        return middle == null ? BigDecimal.ZERO : middle;
    }

    private static @Nullable BigDecimal middleOf(QuoteTick quote) {
        BigDecimal bid = quote.bid().price();
        BigDecimal ask = quote.ask().price();
        return bid == null || ask == null ? null : bid.add(ask).divide(TWO);
    }
}
