package com.quanticity.ibkr.console.parents;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.console.market.QuoteBook;
import com.quanticity.ibkr.console.parents.ParentsPanel.ChildRow;
import com.quanticity.ibkr.console.parents.ParentsPanel.Row;
import com.quanticity.ibkr.model.execution.ExecutionEvent.ChildSent;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.parent.ParentSnapshot;
import com.quanticity.ibkr.model.parent.ParentState;
import com.quanticity.ibkr.model.parent.PlanKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParentsPanelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:03:27Z");
    private static final String FIRST = "01K9ZZZZZZZZZZZZZZZZZZZZZA";
    private static final String SECOND = "01K9ZZZZZZZZZZZZZZZZZZZZZB";

    private final ParentBook book = new ParentBook();
    private final ParentsPanel panel = new ParentsPanel(book, new QuoteBook());

    @Test
    void saysThatThereIsNone() {
        assertThat(rows().getFirst().view().toString()).contains("No parent orders");
    }

    @Test
    void showsHowFarAParentIsAndWhyItWaits() {
        book.onParent(parent(FIRST, ParentState.WORKING, "12", 2, "paused: level 1 is not live"));

        Row row = (Row) rows().getFirst().view();
        assertThat(row.percent()).isEqualTo(40);
        assertThat(row.filled()).isEqualTo("12 / 30");
        assertThat(row.level()).isEqualTo("caution");
        assertThat(row.remark()).contains("not live");
        assertThat(row.decider()).isEqualTo("twap · ada");
        assertThat(row.live()).isTrue();
    }

    @Test
    void offersNoCancelOnceItHasEnded() {
        book.onParent(parent(FIRST, ParentState.FILLED, "30", 2, ""));
        book.onParent(parent(FIRST, ParentState.WORKING, "20", 1, ""));

        Row row = (Row) rows().getFirst().view();
        assertThat(row.code()).isEqualTo("FILLED");
        assertThat(row.live()).isFalse();
    }

    @Test
    void putsChildrenBelowTheirLiveParentNewestFirst() {
        book.onParent(parent(FIRST, ParentState.WORKING, "0", 1, ""));
        for (int i = 0; i < 6; i++) {
            book.onChild(new ChildSent(FIRST, id(i), "SLICE", BigDecimal.TEN, NOW));
            book.onOrder(order(i, i == 5 ? OrderStatus.DENIED : OrderStatus.WORKING));
        }

        List<Piece> rows = rows();
        assertThat(rows).hasSize(5);
        ChildRow newest = (ChildRow) rows.get(1).view();
        assertThat(newest.clientOrderId()).isEqualTo(id(5).value());
        assertThat(newest.level()).isEqualTo("serious");
        assertThat(newest.role()).isEqualTo("slice");

        book.onParent(parent(FIRST, ParentState.CANCELLED, "0", 2, "its window is over"));
        assertThat(rows()).hasSize(1);
    }

    @Test
    void putsLiveOnesBeforeNewerOnesThatHaveEnded() {
        book.onParent(parent(FIRST, ParentState.WORKING, "0", 1, ""));
        book.onParent(parent(SECOND, ParentState.FILLED, "30", 1, ""));

        assertThat(rows())
                .extracting(piece -> ((Row) piece.view()).parentOrderId())
                .containsExactly(FIRST, SECOND);
        assertThat(book.live()).isOne();
    }

    @Test
    void ignoresOrdersThatAreNobodysChildren() {
        long before = book.version();

        book.onOrder(order(1, OrderStatus.WORKING));

        assertThat(book.version()).isEqualTo(before);
    }

    private List<Piece> rows() {
        return ((Part.Rows) panel.parts(NOW).getFirst()).rows();
    }

    private static ClientOrderId id(int number) {
        return ClientOrderId.of("01J0000000000000000000%04d".formatted(number));
    }

    private static OrderSnapshot order(int number, OrderStatus status) {
        Order order = Order.of(id(number), "SPY", Side.BUY, BigDecimal.TEN, new OrderTerms.Market(), "test");
        return new OrderSnapshot(order, status, null, null, null, BigDecimal.ZERO, null, null, "", "", 1, NOW, NOW);
    }

    private static ParentSnapshot parent(String id, ParentState state, String filled, long version, String remark) {
        return new ParentSnapshot(
                id,
                PlanKind.TWAP,
                "twap",
                "test",
                "ada",
                "",
                "",
                "SPY",
                Side.BUY,
                BigDecimal.valueOf(30),
                new BigDecimal(filled),
                BigDecimal.ZERO,
                null,
                state,
                remark,
                0,
                NOW,
                NOW.plusSeconds(60),
                version,
                NOW,
                NOW);
    }
}
