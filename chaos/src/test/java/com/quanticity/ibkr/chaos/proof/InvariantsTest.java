package com.quanticity.ibkr.chaos.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.chaos.proof.Booked.BookedFill;
import com.quanticity.ibkr.chaos.proof.Booked.BookedOrder;
import com.quanticity.ibkr.chaos.proof.Booked.BookedParent;
import com.quanticity.ibkr.chaos.proof.Booked.Role;
import com.quanticity.ibkr.chaos.proof.Witnessed.Step;
import com.quanticity.ibkr.chaos.proof.Witnessed.Taken;
import com.quanticity.ibkr.chaos.proof.Witnessed.Traded;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.parent.ParentState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvariantsTest {

    private static final List<Placed> PLACED = List.of(new Placed("key", Placed.Kind.ORDER, "A", List.of("A")));
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal PRICE = new BigDecimal("412.05");
    private static final List<BookedParent> PARENTS = List.of(new BookedParent("P", "key", TEN, null, null));
    private static final Taken TAKEN = taken(7, 9001, "Filled", TEN);
    private static final Traded TRADED = new Traded("0001.01.01", 1, 7, TEN, PRICE, BigDecimal.ONE);
    private static final BookedOrder ORDER = order(OrderStatus.FILLED, TEN);
    private static final BookedFill FILL = new BookedFill("0001.01.01", "A", TEN, PRICE, BigDecimal.ONE);
    private static final Map<String, BigDecimal> POSITION = Map.of("SPY", TEN);

    @Test
    void holdsWhenBothBooksAgree() {
        assertThat(check(witnessed(List.of(TAKEN), List.of(TRADED)), booked(List.of(ORDER), List.of(FILL))))
                .isEmpty();
    }

    @Test
    void findsAnOrderThatReachedTheBrokerTwice() {
        Taken again = taken(8, 9002, "Cancelled", BigDecimal.ZERO);

        assertThat(check(witnessed(List.of(TAKEN, again), List.of(TRADED)), booked(List.of(ORDER), List.of(FILL))))
                .containsExactly(Invariant.NO_ORDER_TWICE);
    }

    @Test
    void findsAnOrderThatEndedOtherwise() {
        assertThat(check(
                        witnessed(List.of(TAKEN), List.of(TRADED)),
                        booked(List.of(order(OrderStatus.CANCELLED, TEN)), List.of(FILL))))
                .containsExactly(Invariant.ORDER_ENDS_ALIKE);
    }

    @Test
    void findsAnOrderThatTheLedgerLost() {
        assertThat(check(witnessed(List.of(), List.of()), booked(List.of(), List.of())))
                .containsExactly(Invariant.ORDER_NOT_LOST);
    }

    @Test
    void findsAPositionThatDiffers() {
        Booked other = new Booked(List.of(ORDER), PARENTS, List.of(FILL), Map.of(), Map.of("SPY", PRICE), 0, List.of());

        assertThat(check(witnessed(List.of(TAKEN), List.of(TRADED)), other))
                .containsExactly(Invariant.POSITION_EQUAL, Invariant.POSITION_EQUAL);
    }

    @Test
    void acceptsAnUnknownOrderThatTheBrokerNeverSaw() {
        Witnessed nothing = new Witnessed(Instant.EPOCH, List.of(), List.of(), Map.of(), 0);
        Booked unknown = new Booked(
                List.of(order(OrderStatus.UNKNOWN, BigDecimal.ZERO)),
                PARENTS,
                List.of(),
                Map.of(),
                Map.of(),
                0,
                List.of());

        assertThat(check(nothing, unknown)).isEmpty();
    }

    @Test
    void findsLostAndDoubledAndDifferentFills() {
        BookedFill other = new BookedFill("0002.01.01", "A", TEN, PRICE, BigDecimal.ONE);
        BookedFill withoutCommission = new BookedFill("0001.01.01", "A", TEN, PRICE, null);

        assertThat(check(witnessed(List.of(TAKEN), List.of(TRADED)), booked(List.of(ORDER), List.of(other))))
                .containsExactly(Invariant.NO_FILL_LOST, Invariant.NO_FILL_DOUBLED);
        assertThat(check(
                        witnessed(List.of(TAKEN), List.of(TRADED)), booked(List.of(ORDER), List.of(withoutCommission))))
                .containsExactly(Invariant.FILL_EQUAL);
    }

    @Test
    void findsAUsedOrderIdAndUnhandledMessages() {
        Witnessed refused = new Witnessed(Instant.EPOCH, List.of(TAKEN), List.of(TRADED), POSITION, 1);
        Booked dead =
                new Booked(List.of(ORDER), PARENTS, List.of(FILL), POSITION, POSITION, 1, List.of("order.event.dead"));

        assertThat(check(refused, dead))
                .containsExactly(Invariant.IDS_UNIQUE, Invariant.NOTHING_UNHANDLED, Invariant.NOTHING_UNHANDLED);
    }

    private static List<Invariant> check(Witnessed witnessed, Booked booked) {
        return Invariants.check(witnessed, booked, PLACED).stream()
                .map(Violation::invariant)
                .toList();
    }

    @Test
    void findsAFilledOrderOfAnotherQuantity() {
        BookedOrder larger = new BookedOrder("A", "P", Role.ORDER, OrderStatus.FILLED, PRICE, TEN, "");

        assertThat(check(witnessed(List.of(TAKEN), List.of(TRADED)), booked(List.of(larger), List.of(FILL))))
                .containsExactly(Invariant.ORDER_ENDS_ALIKE);
    }

    @Test
    void findsAParentThatFilledMoreThanItAskedFor() {
        BookedOrder slice = new BookedOrder("A", "P", Role.SLICE, OrderStatus.FILLED, TEN, TEN, "");
        BookedParent five = new BookedParent("P", "key", new BigDecimal(5), ParentState.FILLED, TEN);
        Booked over = new Booked(List.of(slice), List.of(five), List.of(FILL), POSITION, POSITION, 0, List.of());

        assertThat(check(witnessed(List.of(TAKEN), List.of(TRADED)), over)).containsExactly(Invariant.PARENT_WITHIN);
    }

    @Test
    void findsAGroupThatTheLedgerHasInPart() {
        List<Placed> group = List.of(new Placed("key", Placed.Kind.GROUP, "P", List.of("A", "B")));

        assertThat(Invariants.check(
                        witnessed(List.of(TAKEN), List.of(TRADED)), booked(List.of(ORDER), List.of(FILL)), group))
                .extracting(Violation::invariant)
                .containsExactly(Invariant.ORDER_NOT_LOST);
    }

    private static Taken taken(int orderId, long permId, String status, BigDecimal filled) {
        return new Taken(1, orderId, permId, "A", List.of(new Step(Instant.EPOCH, status, filled, BigDecimal.ZERO)));
    }

    private static BookedOrder order(OrderStatus status, BigDecimal filled) {
        return new BookedOrder("A", "P", Role.ORDER, status, TEN, filled, "");
    }

    private static Witnessed witnessed(List<Taken> orders, List<Traded> fills) {
        return new Witnessed(Instant.EPOCH, orders, fills, POSITION, 0);
    }

    private static Booked booked(List<BookedOrder> orders, List<BookedFill> fills) {
        return new Booked(orders, PARENTS, fills, POSITION, POSITION, 0, List.of());
    }
}
