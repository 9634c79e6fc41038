package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.market.TickByTick.BidAsk;
import com.quanticity.ibkr.model.market.TickByTick.MidPoint;
import com.quanticity.ibkr.model.market.TickByTick.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One text for an item and for its row, so that checksums of both sides can be compared: values separated by {@code |}, absent = empty,
 * decimals with their scale, flags t or f, times as microseconds of the epoch. Not thread-safe.
 */
final class ProofText {

    static final String QUOTES = "concat_ws('|', connection, sequence, symbol, contract_id, "
            + sql("bid", "bid_size", "ask", "ask_size", "last", "last_size")
            + ", bid_exchange, ask_exchange, data_type, " + micros("received_at") + ")";
    static final String TICKS =
            "concat_ws('|', connection, sequence, symbol, contract_id, " + micros("broker_time") + ", history, "
                    + micros("received_at") + ", kind, " + sql("price", "size", "bid", "ask", "bid_size", "ask_size")
                    + ", exchange, conditions, flags)";
    static final String DEPTH = "concat_ws('|', connection, sequence, symbol, contract_id, ticker_id, operation, "
            + sql("side", "row_position", "price", "size") + ", market_maker, smart, reason, " + micros("received_at")
            + ")";
    static final String BARS =
            "concat_ws('|', contract_id, " + micros("bar_start") + ", symbol, open, high, low, close, "
                    + sql("volume", "wap", "trade_count") + ", source, connection, " + micros("received_at") + ")";

    private final StringBuilder text = new StringBuilder(160);

    private static String sql(String... columns) {
        StringBuilder all = new StringBuilder();
        for (String column : columns) {
            all.append(all.isEmpty() ? "" : ", ")
                    .append("coalesce(")
                    .append(column)
                    .append("::text, '')");
        }
        return all.toString();
    }

    private static String micros(String column) {
        return "(extract(epoch from " + column + ") * 1000000)::bigint";
    }

    String of(Quote quote) {
        return begin().add(quote.connection())
                .add(quote.sequence())
                .add(quote.symbol())
                .add(quote.contractId().value())
                .add(quote.bid())
                .add(quote.bidSize())
                .add(quote.ask())
                .add(quote.askSize())
                .add(quote.last())
                .add(quote.lastSize())
                .add(quote.bidExchange())
                .add(quote.askExchange())
                .add(quote.dataType().name())
                .add(quote.receivedAt())
                .end();
    }

    String of(TickByTick tick) {
        begin().add(tick.connection())
                .add(tick.sequence())
                .add(tick.symbol())
                .add(tick.contractId().value())
                .add(tick.brokerTime())
                .add(tick.history())
                .add(tick.receivedAt());
        return switch (tick) {
            case Trade trade ->
                add(trade.kind().name())
                        .add(trade.price())
                        .add(trade.size())
                        .absent(4)
                        .add(trade.exchange())
                        .add(trade.conditions())
                        .add(MarketTables.flags(trade.pastLimit(), trade.unreported()))
                        .end();
            case BidAsk quote ->
                add("BID_ASK")
                        .absent(2)
                        .add(quote.bid())
                        .add(quote.ask())
                        .add(quote.bidSize())
                        .add(quote.askSize())
                        .absent(2)
                        .add(MarketTables.flags(quote.bidPastLow(), quote.askPastHigh()))
                        .end();
            case MidPoint mid ->
                add("MID_POINT").add(mid.price()).absent(7).add(0).end();
        };
    }

    String of(DepthUpdate update) {
        boolean row = update.side() != null;
        return begin().add(update.connection())
                .add(update.sequence())
                .add(update.symbol())
                .add(update.contractId().value())
                .add(update.tickerId())
                .add(update.operation().name())
                .add(row ? String.valueOf(update.side()) : "")
                .add(row ? Integer.toString(update.position()) : "")
                .add(update.price())
                .add(update.size())
                .add(update.marketMaker())
                .add(update.smart())
                .add(update.reason())
                .add(update.receivedAt())
                .end();
    }

    String of(Bar bar) {
        Integer count = bar.count();
        return begin().add(bar.contractId().value())
                .add(bar.start())
                .add(bar.symbol())
                .add(bar.open())
                .add(bar.high())
                .add(bar.low())
                .add(bar.close())
                .add(bar.volume())
                .add(bar.wap())
                .add(count == null ? "" : count.toString())
                .add(bar.source().name())
                .add(bar.connection())
                .add(bar.receivedAt())
                .end();
    }

    private ProofText begin() {
        text.setLength(0);
        return this;
    }

    private ProofText add(String value) {
        text.append(value).append('|');
        return this;
    }

    private ProofText add(long value) {
        text.append(value).append('|');
        return this;
    }

    private ProofText add(boolean value) {
        text.append(value ? 't' : 'f').append('|');
        return this;
    }

    private ProofText add(@Nullable BigDecimal value) {
        return add(value == null ? "" : value.toPlainString());
    }

    private ProofText add(Instant at) {
        return add(at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000);
    }

    private ProofText absent(int values) {
        text.repeat('|', values);
        return this;
    }

    private String end() {
        text.setLength(text.length() - 1);
        return text.toString();
    }
}
