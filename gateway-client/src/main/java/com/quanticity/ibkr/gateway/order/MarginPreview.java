package com.quanticity.ibkr.gateway.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Margin before an order, its change and margin after it, in the currency of the account. Null when not given. */
public record MarginPreview(
        @Nullable BigDecimal initMarginBefore,
        @Nullable BigDecimal maintMarginBefore,
        @Nullable BigDecimal equityWithLoanBefore,
        @Nullable BigDecimal initMarginChange,
        @Nullable BigDecimal maintMarginChange,
        @Nullable BigDecimal equityWithLoanChange,
        @Nullable BigDecimal initMarginAfter,
        @Nullable BigDecimal maintMarginAfter,
        @Nullable BigDecimal equityWithLoanAfter) {

    /** Nothing given. */
    public static final MarginPreview NONE = new MarginPreview(null, null, null, null, null, null, null, null, null);
}
