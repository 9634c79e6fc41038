package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.history.HistoryTable.Conflict;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.DepthUpdate.Side;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.market.TickByTick.BidAsk;
import com.quanticity.ibkr.model.market.TickByTick.MidPoint;
import com.quanticity.ibkr.model.market.TickByTick.Trade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of market data. Their columns are those of the migration. */
final class MarketTables {

    static final HistoryTable<Quote> QUOTES = new HistoryTable<>(
            "adapter.ib_l1_quotes",
            List.of(
                    "connection",
                    "sequence",
                    "symbol",
                    "contract_id",
                    "bid",
                    "bid_size",
                    "ask",
                    "ask_size",
                    "last",
                    "last_size",
                    "bid_exchange",
                    "ask_exchange",
                    "data_type",
                    "received_at"),
            Conflict.PASS_OVER,
            MarketTables::write);

    static final HistoryTable<TickByTick> TICKS = new HistoryTable<>(
            "adapter.ib_tick_by_tick",
            List.of(
                    "connection",
                    "sequence",
                    "symbol",
                    "contract_id",
                    "broker_time",
                    "history",
                    "received_at",
                    "kind",
                    "price",
                    "size",
                    "bid",
                    "ask",
                    "bid_size",
                    "ask_size",
                    "exchange",
                    "conditions",
                    "flags"),
            Conflict.PASS_OVER,
            MarketTables::write);

    static final HistoryTable<DepthUpdate> DEPTH = new HistoryTable<>(
            "adapter.ib_market_depth",
            List.of(
                    "connection",
                    "sequence",
                    "symbol",
                    "contract_id",
                    "ticker_id",
                    "operation",
                    "side",
                    "row_position",
                    "price",
                    "size",
                    "market_maker",
                    "smart",
                    "reason",
                    "received_at"),
            Conflict.PASS_OVER,
            MarketTables::write);

    private static final List<String> BAR_COLUMNS = List.of(
            "contract_id",
            "bar_start",
            "symbol",
            "open",
            "high",
            "low",
            "close",
            "volume",
            "wap",
            "trade_count",
            "source",
            "connection",
            "received_at");

    /** The live bar stands: it replaces one from history, and nothing replaces it. */
    private static final Conflict LIVE_STANDS = new Conflict(
            "distinct on (contract_id, bar_start)",
            "order by contract_id, bar_start, source = 'LIVE' desc, received_at",
            "on conflict (contract_id, bar_start) do update set "
                    + String.join(
                            ", ",
                            BAR_COLUMNS.stream()
                                    .skip(2)
                                    .map(column -> column + " = excluded." + column)
                                    .toList())
                    + ", stored_at = now() where ib_realtime_bars_5s.source = 'BACK_FILLED' and excluded.source = 'LIVE'");

    static final HistoryTable<Bar> BARS =
            new HistoryTable<>("adapter.ib_realtime_bars_5s", BAR_COLUMNS, LIVE_STANDS, MarketTables::write);

    private MarketTables() {}

    private static void write(BinaryRows row, Quote quote) {
        row.bigint(quote.connection())
                .bigint(quote.sequence())
                .text(quote.symbol())
                .integer(quote.contractId().value())
                .numeric(quote.bid())
                .numeric(quote.bidSize())
                .numeric(quote.ask())
                .numeric(quote.askSize())
                .numeric(quote.last())
                .numeric(quote.lastSize())
                .text(quote.bidExchange())
                .text(quote.askExchange())
                .text(quote.dataType().name())
                .time(quote.receivedAt());
    }

    private static void write(BinaryRows row, TickByTick tick) {
        row.bigint(tick.connection())
                .bigint(tick.sequence())
                .text(tick.symbol())
                .integer(tick.contractId().value())
                .time(tick.brokerTime())
                .bool(tick.history())
                .time(tick.receivedAt());
        switch (tick) {
            case Trade trade ->
                row.text(trade.kind().name())
                        .numeric(trade.price())
                        .numeric(trade.size())
                        .absent()
                        .absent()
                        .absent()
                        .absent()
                        .text(trade.exchange())
                        .text(trade.conditions())
                        .integer(flags(trade.pastLimit(), trade.unreported()));
            case BidAsk quote ->
                row.text("BID_ASK")
                        .absent()
                        .absent()
                        .numeric(quote.bid())
                        .numeric(quote.ask())
                        .numeric(quote.bidSize())
                        .numeric(quote.askSize())
                        .text("")
                        .text("")
                        .integer(flags(quote.bidPastLow(), quote.askPastHigh()));
            case MidPoint mid ->
                row.text("MID_POINT")
                        .numeric(mid.price())
                        .absent()
                        .absent()
                        .absent()
                        .absent()
                        .absent()
                        .text("")
                        .text("")
                        .integer(0);
        }
    }

    private static void write(BinaryRows row, DepthUpdate update) {
        @Nullable Side side = update.side();
        row.bigint(update.connection())
                .bigint(update.sequence())
                .text(update.symbol())
                .integer(update.contractId().value())
                .integer(update.tickerId())
                .text(update.operation().name())
                .text(side == null ? null : side.name())
                .integer(side == null ? null : Integer.valueOf(update.position()))
                .numeric(update.price())
                .numeric(update.size())
                .text(update.marketMaker())
                .bool(update.smart())
                .text(update.reason())
                .time(update.receivedAt());
    }

    private static void write(BinaryRows row, Bar bar) {
        row.integer(bar.contractId().value())
                .time(bar.start())
                .text(bar.symbol())
                .numeric(bar.open())
                .numeric(bar.high())
                .numeric(bar.low())
                .numeric(bar.close())
                .numeric(bar.volume())
                .numeric(bar.wap())
                .integer(bar.count())
                .text(bar.source().name())
                .bigint(bar.connection())
                .time(bar.receivedAt());
    }

    static int flags(boolean first, boolean second) {
        return (first ? 1 : 0) | (second ? 2 : 0);
    }
}
