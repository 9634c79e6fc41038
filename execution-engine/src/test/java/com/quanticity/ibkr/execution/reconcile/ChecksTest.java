package com.quanticity.ibkr.execution.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.reconcile.AdapterOrder;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:30:00Z");
    private static final Instant LATER = AT.plusSeconds(1);
    private static final ClientOrderId ID = ClientOrderId.of("01K9ZZZZZZZZZZZZZZZZZZZZZZ");

    @Test
    void positionsThatOneSideDoesNotHaveAreFlatThere() {
        List<Difference> differences = PositionCheck.differences(
                List.of(ours(1, "10.0"), ours(2, "0"), ours(3, "-4")),
                List.of(theirs(1, "10"), theirs(3, "-5"), theirs(4, "7")));

        assertThat(differences)
                .extracting(each -> each.key().contractId(), Difference::ours, Difference::theirs)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ContractId.of(3), "-4", "-5"),
                        org.assertj.core.groups.Tuple.tuple(ContractId.of(4), "0", "7"));
    }

    @Test
    void ordersThatBothSidesHoldOpenAgree() {
        OrderCheck check = check(snapshot(OrderStatus.WORKING));

        assertThat(check.againstDropCopy(List.of(seen(ID.value(), TradeOrigin.PLATFORM)), LATER, Set.of()))
                .isEmpty();
        assertThat(check.againstAdapter(List.of(booked()), LATER)).isEmpty();
    }

    @Test
    void anOrderThatOnlyWeHoldOpenIsMissingThere() {
        OrderCheck check = check(snapshot(OrderStatus.WORKING));

        assertThat(kinds(check.againstDropCopy(List.of(), LATER, Set.of())))
                .containsExactly(DiscrepancyKind.ORDER_NOT_AT_BROKER);
        assertThat(kinds(check.againstAdapter(List.of(), LATER))).containsExactly(DiscrepancyKind.ORDER_NOT_AT_ADAPTER);
    }

    @Test
    void whatChangedAfterTheWitnessLookedIsNotCompared() {
        OrderCheck check = check(snapshot(OrderStatus.WORKING));

        assertThat(check.againstDropCopy(List.of(), AT, Set.of())).isEmpty();
        assertThat(check.againstAdapter(List.of(), AT)).isEmpty();
    }

    @Test
    void anOrderOfOursThatEndedHereButNotThereIsMissingHere() {
        OrderSnapshot ended = snapshot(OrderStatus.CANCELLED);
        OrderCheck check = new OrderCheck(List.of(), id -> Optional.of(ended));

        List<Difference> differences =
                check.againstDropCopy(List.of(seen(ID.value(), TradeOrigin.PLATFORM)), LATER, Set.of());

        assertThat(kinds(differences)).containsExactly(DiscrepancyKind.ORDER_NOT_IN_LEDGER);
        assertThat(differences.getFirst().ours()).isEqualTo("CANCELLED");
        assertThat(kinds(check.againstAdapter(List.of(booked()), LATER)))
                .containsExactly(DiscrepancyKind.ORDER_NOT_IN_LEDGER);
    }

    @Test
    void ordersFromOutsideAndThoseTakenOverAreNoDiscrepancy() {
        OrderCheck check = check();

        assertThat(check.againstDropCopy(
                        List.of(seen("", TradeOrigin.MANUAL), seen("by hand", TradeOrigin.OTHER_CLIENT)),
                        LATER,
                        Set.of()))
                .isEmpty();
        assertThat(check.againstDropCopy(List.of(seen("", TradeOrigin.PLATFORM)), LATER, Set.of(77L)))
                .isEmpty();
        assertThat(kinds(check.againstDropCopy(List.of(seen("", TradeOrigin.PLATFORM)), LATER, Set.of())))
                .containsExactly(DiscrepancyKind.ORDER_NOT_IN_LEDGER);
    }

    private static List<DiscrepancyKind> kinds(List<Difference> differences) {
        return differences.stream().map(each -> each.key().kind()).toList();
    }

    private static OrderCheck check(OrderSnapshot... open) {
        return new OrderCheck(List.of(open), id -> List.of(open).stream().findFirst());
    }

    private static LedgerPosition ours(int contractId, String quantity) {
        return new LedgerPosition(
                "DU1",
                ContractId.of(contractId),
                "SPY",
                new BigDecimal(quantity),
                BigDecimal.TEN,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                AT);
    }

    private static Position theirs(int contractId, String quantity) {
        return new Position("DU1", ContractId.of(contractId), "SPY", new BigDecimal(quantity), BigDecimal.TEN, AT);
    }

    private static OrderSnapshot snapshot(OrderStatus status) {
        Order order = new Order(
                ID, "DU1", "SPY", Side.BUY, OrderType.MARKET, BigDecimal.TEN, null, TimeInForce.DAY, "manual");
        return new OrderSnapshot(
                order, status, ClientId.of(1), OrderId.of(7), null, BigDecimal.ZERO, null, null, "", "", 1, AT, AT);
    }

    private static AdapterOrder booked() {
        return new AdapterOrder(
                ID, OrderId.of(7), null, "DU1", ContractId.of(1), "SPY", "WORKING", BigDecimal.ZERO, AT);
    }

    private static DropCopyOrder seen(String orderRef, TradeOrigin origin) {
        return new DropCopyOrder(
                77,
                ClientId.of(1),
                OrderId.of(7),
                orderRef,
                origin,
                "DU1",
                ContractId.of(1),
                "SPY",
                Side.BUY,
                "LMT",
                BigDecimal.TEN,
                null,
                "Submitted",
                true,
                null,
                null,
                AT);
    }
}
