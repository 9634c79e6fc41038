package com.quanticity.ibkr.execution.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.DepthUpdate.Operation;
import com.quanticity.ibkr.model.market.DepthUpdate.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DepthBookTest {

    private final DepthBook book = new DepthBook();
    private long sequence;

    @Test
    void insertsChangesAndDeletesRows() {
        row(Operation.INSERT, Side.BID, 0, "10.00");
        row(Operation.INSERT, Side.ASK, 0, "10.02");
        row(Operation.INSERT, Side.ASK, 0, "10.01");
        row(Operation.UPDATE, Side.BID, 0, "9.99");
        row(Operation.DELETE, Side.ASK, 1, null);

        assertThat(book.snapshot())
                .isEqualTo(new Depth(List.of(level("9.99")), List.of(level("10.01")), Instant.EPOCH));
    }

    @Test
    void isVoidAfterARowThatCannotBeUntilItIsBuiltAnew() {
        row(Operation.INSERT, Side.BID, 0, "10.00");
        row(Operation.INSERT, Side.ASK, 2, "10.02");
        row(Operation.INSERT, Side.ASK, 0, "10.01");
        assertThat(book.snapshot()).isNull();

        book.onUpdate(DepthUpdate.reset("SPY", ContractId.of(1), 1, true, "test", 1, ++sequence, Instant.EPOCH));
        row(Operation.INSERT, Side.BID, 0, "10.00");
        row(Operation.INSERT, Side.ASK, 0, "10.01");

        assertThat(book.snapshot()).isNotNull();
    }

    @Test
    void takesARepeatedUpdateOnce() {
        row(Operation.INSERT, Side.BID, 0, "10.00");
        row(Operation.INSERT, Side.ASK, 0, "10.01");
        Depth before = book.snapshot();

        sequence--;
        row(Operation.INSERT, Side.ASK, 0, "10.01");

        assertThat(book.snapshot()).isEqualTo(before);
    }

    private void row(Operation operation, Side side, int position, @Nullable String price) {
        book.onUpdate(DepthUpdate.row(
                "SPY",
                ContractId.of(1),
                1,
                operation,
                side,
                position,
                price == null ? null : new BigDecimal(price),
                BigDecimal.TEN,
                "",
                true,
                1,
                ++sequence,
                Instant.EPOCH));
    }

    private static Level level(String price) {
        return new Level(new BigDecimal(price), BigDecimal.TEN, "");
    }
}
