package com.quanticity.ibkr.model.execution;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Cost of one execution, arriving before or after it.
 *
 * @param execId the execution it belongs to
 * @param commission in {@code currency}, positive = paid, null while the broker has not worked it out
 * @param currency ISO code
 * @param realizedPnl profit or loss realised by the execution, null when it opened a position or is not known
 */
public record CommissionReport(
        String execId,
        @Nullable BigDecimal commission,
        String currency,
        @Nullable BigDecimal realizedPnl) {}
