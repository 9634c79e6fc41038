package com.quanticity.ibkr.model.parent;

import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parent order after its last change, its children rolled up.
 *
 * @param parentOrderId ULID
 * @param plan when its quantity goes out
 * @param algorithm id in the register of algorithms
 * @param strategy who wants it, for attribution
 * @param person who answers for it
 * @param origin what it came from, such as {@code intent:01J…} or {@code rebalance:01J…}; empty when it was asked for by REST
 * @param account account to trade in, empty = the gateway's only account
 * @param symbol the desk's symbol
 * @param side buy or sell
 * @param quantity what shall be traded in all
 * @param filledQuantity filled by all children
 * @param openQuantity what children that were sent may still fill, unknown ones counted whole
 * @param averagePrice of all fills, null when there is none
 * @param state where it stands
 * @param remark why nothing is sent for now, or why it ended; empty when there is nothing to say
 * @param children number of children sent so far
 * @param start first instant it may trade, null when the plan has no window
 * @param end first instant after that
 * @param version grows by one with each change
 * @param createdAt when it was stored
 * @param updatedAt when it last changed
 */
public record ParentSnapshot(
        String parentOrderId,
        PlanKind plan,
        String algorithm,
        String strategy,
        String person,
        String origin,
        String account,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal filledQuantity,
        BigDecimal openQuantity,
        @Nullable BigDecimal averagePrice,
        ParentState state,
        String remark,
        int children,
        @Nullable Instant start,
        @Nullable Instant end,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
