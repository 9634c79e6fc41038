package com.quanticity.ibkr.adapter.gate.exposure;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Open orders that this service did not place. Each counts with all of its remaining quantity. Guarded by the lock of {@link Exposures}. */
final class OthersOrders {

    private static final ClientId OWN = ClientIdOwner.IBKR_ADAPTER.clientId();

    private final Map<Long, DropCopyOrder> open = new LinkedHashMap<>();

    /** Quantity that works on a side more than before, negative when less does. */
    record Change(String account, ContractId contractId, Side side, BigDecimal more) {}

    List<Change> put(DropCopyOrder order) {
        DropCopyOrder before = open.remove(order.permId());
        if (counts(order)) {
            open.put(order.permId(), order);
        }
        return changes(before, counts(order) ? order : null);
    }

    List<Change> putAll(Collection<DropCopyOrder> orders) {
        List<Change> changes = new ArrayList<>();
        for (DropCopyOrder gone : List.copyOf(open.values())) {
            if (orders.stream().noneMatch(order -> order.permId() == gone.permId())) {
                open.remove(gone.permId());
                changes.addAll(changes(gone, null));
            }
        }
        orders.forEach(order -> changes.addAll(put(order)));
        return changes;
    }

    List<DropCopyOrder> in(ContractId contractId) {
        return open.isEmpty()
                ? List.of()
                : open.values().stream()
                        .filter(order -> contractId.equals(order.contractId()))
                        .toList();
    }

    /** A combination names no contract here; its legs count once they are positions. */
    private static boolean counts(DropCopyOrder order) {
        return order.open() && order.contractId() != null && !order.clientId().equals(OWN);
    }

    private static List<Change> changes(@Nullable DropCopyOrder before, @Nullable DropCopyOrder now) {
        List<Change> changes = new ArrayList<>();
        if (before != null) {
            changes.add(change(before, remaining(before).negate()));
        }
        if (now != null) {
            changes.add(change(now, remaining(now)));
        }
        return changes;
    }

    private static Change change(DropCopyOrder order, BigDecimal more) {
        return new Change(order.account(), Objects.requireNonNull(order.contractId()), order.side(), more);
    }

    private static BigDecimal remaining(DropCopyOrder order) {
        BigDecimal remaining = order.remainingQuantity() == null ? order.quantity() : order.remainingQuantity();
        return remaining == null ? BigDecimal.ZERO : remaining;
    }
}
