package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.ledger.ChildOrder;
import java.util.List;

/** What became of a request for a group of orders. */
sealed interface GroupPlacement {

    /** Stored now. */
    record Placed(String groupId, List<ChildOrder> orders) implements GroupPlacement {}

    /** The same request was made before; these are its orders as they stand. */
    record Repeated(String groupId, List<ChildOrder> orders) implements GroupPlacement {}

    /** The key belongs to another request; nothing was stored. */
    record KeyTaken(String groupId) implements GroupPlacement {}
}
