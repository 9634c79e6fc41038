package com.quanticity.ibkr.gateway.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a previewed order does to one account of an advisor. Quantities are null when not given. */
public record OrderAllocation(
        String account,
        @Nullable BigDecimal position,
        @Nullable BigDecimal positionDesired,
        @Nullable BigDecimal positionAfter,
        @Nullable BigDecimal desiredAllocQty,
        @Nullable BigDecimal allowedAllocQty,
        boolean isMonetary) {}
