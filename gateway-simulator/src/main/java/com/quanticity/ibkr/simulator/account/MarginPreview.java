package com.quanticity.ibkr.simulator.account;

import java.math.BigDecimal;

/** What a trade would do to an account's margin: the nine figures of a what-if order, in the account's currency. */
public record MarginPreview(AccountValues before, AccountValues after) {

    public BigDecimal initialBefore() {
        return before.required().initial();
    }

    public BigDecimal initialAfter() {
        return after.required().initial();
    }

    public BigDecimal initialChange() {
        return initialAfter().subtract(initialBefore());
    }

    public BigDecimal maintenanceBefore() {
        return before.required().maintenance();
    }

    public BigDecimal maintenanceAfter() {
        return after.required().maintenance();
    }

    public BigDecimal maintenanceChange() {
        return maintenanceAfter().subtract(maintenanceBefore());
    }

    public BigDecimal equityBefore() {
        return before.equityWithLoan();
    }

    public BigDecimal equityAfter() {
        return after.equityWithLoan();
    }

    public BigDecimal equityChange() {
        return equityAfter().subtract(equityBefore());
    }
}
