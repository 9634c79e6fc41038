package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent.HistoricalTicks;
import com.quanticity.ibkr.gateway.event.HistoryEvent.HistoricalTicksBidAsk;
import com.quanticity.ibkr.gateway.event.HistoryEvent.HistoricalTicksLast;
import com.quanticity.ibkr.gateway.event.TickByTickEvent;
import com.quanticity.ibkr.gateway.event.TickByTickEvent.TickByTickAllLast;
import com.quanticity.ibkr.gateway.event.TickByTickEvent.TickByTickBidAsk;
import com.quanticity.ibkr.gateway.event.TickByTickEvent.TickByTickMidPoint;
import com.quanticity.ibkr.gateway.event.TickByTickEvent.TickByTickOther;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.market.TickByTick.BidAsk;
import com.quanticity.ibkr.model.market.TickByTick.MidPoint;
import com.quanticity.ibkr.model.market.TickByTick.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ticks of the gateway to the model, all of one contract and connection. Past ticks carry sequence 1 until they are numbered: only those
 * that are published get a number.
 */
record TickTranslator(Contract contract, TickKind kind, long connection, Instant receivedAt) {

    private static final long NOT_NUMBERED = 1;

    /** Takes a number only when there is a tick. Null when it holds nothing that can be told, such as a trade without a price. */
    @Nullable TickByTick live(TickByTickEvent event, LongSupplier number) {
        return switch (event) {
            case TickByTickAllLast trade -> {
                BigDecimal price = trade.price();
                yield price == null
                        ? null
                        : new Trade(
                                contract.symbol(),
                                contract.id(),
                                trade.tickTypeCode() == TickByTickAllLast.LAST ? Trade.Kind.LAST : Trade.Kind.ALL_LAST,
                                price,
                                trade.size(),
                                trade.exchange(),
                                trade.specialConditions(),
                                trade.isPastLimit(),
                                trade.isUnreported(),
                                connection,
                                number.getAsLong(),
                                trade.time(),
                                false,
                                receivedAt);
            }
            case TickByTickBidAsk quote ->
                new BidAsk(
                        contract.symbol(),
                        contract.id(),
                        side(quote.bidPrice()),
                        side(quote.askPrice()),
                        quote.bidSize(),
                        quote.askSize(),
                        quote.isBidPastLow(),
                        quote.isAskPastHigh(),
                        connection,
                        number.getAsLong(),
                        quote.time(),
                        false,
                        receivedAt);
            case TickByTickMidPoint middle -> {
                BigDecimal price = middle.midPoint();
                yield price == null
                        ? null
                        : new MidPoint(
                                contract.symbol(),
                                contract.id(),
                                price,
                                connection,
                                number.getAsLong(),
                                middle.time(),
                                false,
                                receivedAt);
            }
            case TickByTickOther _ -> null;
        };
    }

    /** The ticks of a prefix, oldest first; empty for other history. */
    List<TickByTick> past(HistoryEvent event) {
        return switch (event) {
            case HistoricalTicksLast trades ->
                trades.ticks().stream().map(this::past).toList();
            case HistoricalTicksBidAsk quotes ->
                quotes.ticks().stream().map(this::past).toList();
            case HistoricalTicks middles ->
                middles.ticks().stream().map(this::past).toList();
            case HistoryEvent.RealtimeBar _,
                    HistoryEvent.HistoricalData _,
                    HistoryEvent.HistoricalDataEnd _,
                    HistoryEvent.HistoricalDataUpdate _,
                    HistoryEvent.HeadTimestamp _,
                    HistoryEvent.HistoricalSchedule _,
                    HistoryEvent.HistogramData _ -> List.of();
        };
    }

    private TickByTick past(HistoryEvent.TickLast tick) {
        return new Trade(
                contract.symbol(),
                contract.id(),
                kind == TickKind.LAST ? Trade.Kind.LAST : Trade.Kind.ALL_LAST,
                tick.price(),
                tick.size(),
                tick.exchange(),
                tick.specialConditions(),
                tick.pastLimit(),
                tick.unreported(),
                connection,
                NOT_NUMBERED,
                tick.time(),
                true,
                receivedAt);
    }

    private TickByTick past(HistoryEvent.TickBidAsk tick) {
        return new BidAsk(
                contract.symbol(),
                contract.id(),
                side(tick.priceBid()),
                side(tick.priceAsk()),
                tick.sizeBid(),
                tick.sizeAsk(),
                tick.bidPastLow(),
                tick.askPastHigh(),
                connection,
                NOT_NUMBERED,
                tick.time(),
                true,
                receivedAt);
    }

    private TickByTick past(HistoryEvent.Tick tick) {
        return new MidPoint(
                contract.symbol(),
                contract.id(),
                tick.price(),
                connection,
                NOT_NUMBERED,
                tick.time(),
                true,
                receivedAt);
    }

    /** The same tick under its number. */
    static TickByTick numbered(TickByTick tick, long sequence) {
        return switch (tick) {
            case Trade t ->
                new Trade(
                        t.symbol(),
                        t.contractId(),
                        t.kind(),
                        t.price(),
                        t.size(),
                        t.exchange(),
                        t.conditions(),
                        t.pastLimit(),
                        t.unreported(),
                        t.connection(),
                        sequence,
                        t.brokerTime(),
                        t.history(),
                        t.receivedAt());
            case BidAsk q ->
                new BidAsk(
                        q.symbol(),
                        q.contractId(),
                        q.bid(),
                        q.ask(),
                        q.bidSize(),
                        q.askSize(),
                        q.bidPastLow(),
                        q.askPastHigh(),
                        q.connection(),
                        sequence,
                        q.brokerTime(),
                        q.history(),
                        q.receivedAt());
            case MidPoint m ->
                new MidPoint(
                        m.symbol(),
                        m.contractId(),
                        m.price(),
                        m.connection(),
                        sequence,
                        m.brokerTime(),
                        m.history(),
                        m.receivedAt());
        };
    }

    /** A side without a quote comes as 0. */
    private static @Nullable BigDecimal side(@Nullable BigDecimal price) {
        return price == null || price.signum() == 0 ? null : price;
    }
}
