package com.quanticity.ibkr.model.stream;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.TickBatch;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.market.TickByTick.BidAsk;
import com.quanticity.ibkr.model.market.TickByTick.MidPoint;
import com.quanticity.ibkr.model.market.TickByTick.Trade;
import java.time.Instant;
import java.util.List;

/**
 * Ticks: kind, symbol, contractId, connection, sequence, brokerTime (epoch seconds), history (1 or empty), receivedAt (epoch nanoseconds),
 * then by kind. {@code L} last and {@code A} all last: price, size, exchange, conditions, pastLimit, unreported. {@code B} bid and ask:
 * bid, ask, bidSize, askSize, bidPastLow, askPastHigh. {@code M} mid-point: price.
 */
final class TickBatchCodec extends LineCodec<TickBatch, TickByTick> {

    private static final char LAST = 'L';
    private static final char ALL_LAST = 'A';
    private static final char BID_ASK = 'B';
    private static final char MID_POINT = 'M';

    TickBatchCodec() {
        super("ticks", 88);
    }

    @Override
    List<TickByTick> items(TickBatch batch) {
        return batch.ticks();
    }

    @Override
    TickBatch batch(List<TickByTick> items) {
        return new TickBatch(items);
    }

    @Override
    Instant receivedAt(TickByTick tick) {
        return tick.receivedAt();
    }

    @Override
    void write(LineWriter line, TickByTick tick) {
        line.letter(letter(tick))
                .text(tick.symbol())
                .number(tick.contractId().value())
                .number(tick.connection())
                .number(tick.sequence())
                .number(tick.brokerTime().getEpochSecond())
                .flag(tick.history())
                .nanos(tick.receivedAt());
        switch (tick) {
            case Trade trade ->
                line.decimal(trade.price())
                        .decimal(trade.size())
                        .text(trade.exchange())
                        .text(trade.conditions())
                        .flag(trade.pastLimit())
                        .flag(trade.unreported());
            case BidAsk quote ->
                line.decimal(quote.bid())
                        .decimal(quote.ask())
                        .decimal(quote.bidSize())
                        .decimal(quote.askSize())
                        .flag(quote.bidPastLow())
                        .flag(quote.askPastHigh());
            case MidPoint mid -> line.decimal(mid.price());
        }
    }

    private static char letter(TickByTick tick) {
        return switch (tick) {
            case Trade trade -> trade.kind() == Trade.Kind.LAST ? LAST : ALL_LAST;
            case BidAsk _ -> BID_ASK;
            case MidPoint _ -> MID_POINT;
        };
    }

    @Override
    TickByTick read(LineReader line) {
        char letter = line.letter();
        String symbol = line.text();
        ContractId contract = ContractId.of(line.integer());
        long connection = line.number();
        long sequence = line.number();
        Instant brokerTime = Instant.ofEpochSecond(line.number());
        boolean history = line.flag();
        Instant receivedAt = line.nanos();
        return switch (letter) {
            case LAST, ALL_LAST ->
                new Trade(
                        symbol,
                        contract,
                        letter == LAST ? Trade.Kind.LAST : Trade.Kind.ALL_LAST,
                        line.decimal(),
                        line.decimalOrNull(),
                        line.text(),
                        line.text(),
                        line.flag(),
                        line.flag(),
                        connection,
                        sequence,
                        brokerTime,
                        history,
                        receivedAt);
            case BID_ASK ->
                new BidAsk(
                        symbol,
                        contract,
                        line.decimalOrNull(),
                        line.decimalOrNull(),
                        line.decimalOrNull(),
                        line.decimalOrNull(),
                        line.flag(),
                        line.flag(),
                        connection,
                        sequence,
                        brokerTime,
                        history,
                        receivedAt);
            case MID_POINT ->
                new MidPoint(symbol, contract, line.decimal(), connection, sequence, brokerTime, history, receivedAt);
            default ->
                throw new MalformedMessageException("unknown kind of tick '" + letter + "', expected L, A, B or M");
        };
    }
}
