package com.quanticity.ibkr.model.order;

import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as our ledger holds it after its last change.
 *
 * @param order what was asked for
 * @param status where it stands
 * @param clientId client id that placed it, null until accepted by the adapter
 * @param orderId order number within that client id, null until accepted
 * @param permId account-wide number, null until acknowledged
 * @param filledQuantity filled so far, zero when nothing is
 * @param averagePrice average price of the fills, null when there is none
 * @param commission sum of the commissions reported so far, null when none was
 * @param reasonCode denial reason or broker's code, empty when there is none
 * @param reason one line for the operator, empty when there is none
 * @param version grows by one with each change
 * @param createdAt when it was stored
 * @param updatedAt when it last changed
 */
public record OrderSnapshot(
        Order order,
        OrderStatus status,
        @Nullable ClientId clientId,
        @Nullable OrderId orderId,
        @Nullable PermId permId,
        BigDecimal filledQuantity,
        @Nullable BigDecimal averagePrice,
        @Nullable BigDecimal commission,
        String reasonCode,
        String reason,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
