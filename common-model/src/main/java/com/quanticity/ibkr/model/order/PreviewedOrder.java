package com.quanticity.ibkr.model.order;

import com.quanticity.ibkr.model.order.OrderEvent.PreviewOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What one order of a previewed group would meet.
 *
 * @param outcome who answered; {@link PreviewOutcome#PASSED} when only our gate was asked
 * @param preview what the broker told of it by itself, null unless the outcome is {@link PreviewOutcome#ANSWERED}
 * @param code denial reason or broker's code, empty when there is none
 * @param reason one line: what was wrong and what to do, empty when nothing was
 * @param value the value our gate denied, empty when there is none
 * @param limit what it was held against, empty when there is none
 */
public record PreviewedOrder(
        ClientOrderId clientOrderId,
        PreviewOutcome outcome,
        @Nullable OrderPreview preview,
        String code,
        String reason,
        String value,
        String limit) {}
