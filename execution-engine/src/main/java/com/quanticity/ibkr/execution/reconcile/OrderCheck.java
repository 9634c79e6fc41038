package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.reconcile.witness.Witness;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.reconcile.AdapterOrder;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import com.quanticity.ibkr.model.stream.Ulid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Orders that we hold open against those that a witness holds open. Whoever calls this knows the witness completely. An order is named by
 * our reference, and by its perm id where there is none.
 */
final class OrderCheck {

    private final Map<ClientOrderId, OrderSnapshot> open = new HashMap<>();
    private final Function<ClientOrderId, Optional<OrderSnapshot>> others;

    /**
     * @param open orders of the ledger that were taken over by the adapter and have not ended
     * @param others any other order of ours
     */
    OrderCheck(List<OrderSnapshot> open, Function<ClientOrderId, Optional<OrderSnapshot>> others) {
        open.forEach(order -> this.open.put(order.order().clientOrderId(), order));
        this.others = others;
    }

    /**
     * @param asOf what changed here later is not compared: the witness could not know it
     * @param adopted perm ids of orders that a person took over as outside orders
     */
    List<Difference> againstDropCopy(List<DropCopyOrder> theirs, Instant asOf, Set<Long> adopted) {
        List<Difference> differences = new ArrayList<>();
        Set<ClientOrderId> seen = new HashSet<>();
        for (DropCopyOrder order : theirs) {
            ClientOrderId reference = reference(order.orderRef());
            if (reference != null) {
                seen.add(reference);
            }
            boolean ours = order.origin() == TradeOrigin.PLATFORM && !adopted.contains(order.permId());
            if (ours && (reference == null || !open.containsKey(reference))) {
                unexpected(order, reference, asOf, differences);
            }
        }
        missing(seen, asOf, DiscrepancyKind.ORDER_NOT_AT_BROKER, Witness.DROP_COPY, differences);
        return differences;
    }

    /** @param asOf what changed here later is not compared */
    List<Difference> againstAdapter(List<AdapterOrder> theirs, Instant asOf) {
        List<Difference> differences = new ArrayList<>();
        Set<ClientOrderId> seen = new HashSet<>();
        for (AdapterOrder order : theirs) {
            seen.add(order.clientOrderId());
            if (open.containsKey(order.clientOrderId())) {
                continue; // the others are few, and each costs a query
            }
            Optional<OrderSnapshot> mine = others.apply(order.clientOrderId());
            if (isSettled(mine, asOf)) {
                differences.add(difference(
                        DiscrepancyKind.ORDER_NOT_IN_LEDGER,
                        Witness.ADAPTER,
                        order.account(),
                        order.contractId(),
                        order.symbol(),
                        order.clientOrderId().value(),
                        status(mine),
                        order.state()));
            }
        }
        missing(seen, asOf, DiscrepancyKind.ORDER_NOT_AT_ADAPTER, Witness.ADAPTER, differences);
        return differences;
    }

    private void missing(
            Set<ClientOrderId> seen,
            Instant asOf,
            DiscrepancyKind kind,
            Witness witness,
            List<Difference> differences) {
        open.forEach((id, order) -> {
            if (!seen.contains(id) && order.updatedAt().isBefore(asOf)) {
                differences.add(difference(
                        kind,
                        witness,
                        order.order().account(),
                        null,
                        order.order().symbol(),
                        id.value(),
                        order.status().name(),
                        ""));
            }
        });
    }

    private void unexpected(
            DropCopyOrder order, @Nullable ClientOrderId reference, Instant asOf, List<Difference> differences) {
        Optional<OrderSnapshot> mine = reference == null ? Optional.empty() : others.apply(reference);
        if (isSettled(mine, asOf)) {
            differences.add(difference(
                    DiscrepancyKind.ORDER_NOT_IN_LEDGER,
                    Witness.DROP_COPY,
                    order.account(),
                    order.contractId(),
                    order.symbol(),
                    reference == null ? Long.toString(order.permId()) : reference.value(),
                    status(mine),
                    order.status()));
        }
    }

    private static boolean isSettled(Optional<OrderSnapshot> mine, Instant asOf) {
        return mine.map(order -> order.updatedAt().isBefore(asOf)).orElse(true);
    }

    private static String status(Optional<OrderSnapshot> mine) {
        return mine.map(order -> order.status().name()).orElse("");
    }

    private static @Nullable ClientOrderId reference(String orderRef) {
        return Ulid.isValid(orderRef) ? ClientOrderId.of(orderRef) : null;
    }

    private static Difference difference(
            DiscrepancyKind kind,
            Witness witness,
            String account,
            @Nullable ContractId contractId,
            String symbol,
            String reference,
            String ours,
            String theirs) {
        return new Difference(
                new Difference.Key(kind, witness.text(), account, contractId, symbol, reference), ours, theirs);
    }
}
