package com.quanticity.ibkr.model.stream;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.DepthBatch;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.DepthUpdate.Operation;
import com.quanticity.ibkr.model.market.DepthUpdate.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Depth updates: symbol, contractId, tickerId, operation ({@code I} insert, {@code U} update, {@code D} delete, {@code R} reset), side
 * ({@code B} bid, {@code A} ask, empty for a reset), position (−1 for a reset), price, size, marketMaker, smart (1 or empty), reason,
 * connection, sequence, receivedAt (epoch nanoseconds).
 */
final class DepthBatchCodec extends LineCodec<DepthBatch, DepthUpdate> {

    DepthBatchCodec() {
        super("updates", 96);
    }

    @Override
    List<DepthUpdate> items(DepthBatch batch) {
        return batch.updates();
    }

    @Override
    DepthBatch batch(List<DepthUpdate> items) {
        return new DepthBatch(items);
    }

    @Override
    Instant receivedAt(DepthUpdate update) {
        return update.receivedAt();
    }

    @Override
    void write(LineWriter line, DepthUpdate update) {
        line.text(update.symbol())
                .number(update.contractId().value())
                .number(update.tickerId())
                .letter(letter(update.operation()));
        Side side = update.side();
        if (side == null) {
            line.absent();
        } else {
            line.letter(side == Side.BID ? 'B' : 'A');
        }
        line.number(update.position())
                .decimal(update.price())
                .decimal(update.size())
                .text(update.marketMaker())
                .flag(update.smart())
                .text(update.reason())
                .number(update.connection())
                .number(update.sequence())
                .nanos(update.receivedAt());
    }

    @Override
    DepthUpdate read(LineReader line) {
        return new DepthUpdate(
                line.text(),
                ContractId.of(line.integer()),
                line.integer(),
                operation(line.letter()),
                side(line.letter()),
                line.integer(),
                line.decimalOrNull(),
                line.decimalOrNull(),
                line.text(),
                line.flag(),
                line.text(),
                line.number(),
                line.number(),
                line.nanos());
    }

    private static char letter(Operation operation) {
        return switch (operation) {
            case INSERT -> 'I';
            case UPDATE -> 'U';
            case DELETE -> 'D';
            case RESET -> 'R';
        };
    }

    private static Operation operation(char letter) {
        return switch (letter) {
            case 'I' -> Operation.INSERT;
            case 'U' -> Operation.UPDATE;
            case 'D' -> Operation.DELETE;
            case 'R' -> Operation.RESET;
            default ->
                throw new MalformedMessageException("unknown depth operation '" + letter + "', expected I, U, D or R");
        };
    }

    private static @Nullable Side side(char letter) {
        return switch (letter) {
            case 'B' -> Side.BID;
            case 'A' -> Side.ASK;
            case ' ' -> null;
            default -> throw new MalformedMessageException("unknown side of depth '" + letter + "', expected B or A");
        };
    }
}
