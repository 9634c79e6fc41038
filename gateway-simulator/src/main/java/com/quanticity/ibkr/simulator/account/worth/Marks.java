package com.quanticity.ibkr.simulator.account.worth;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The prices at which positions are valued. */
public interface Marks {

    /** Price of a contract, or null when nothing is known. */
    @Nullable BigDecimal of(ListedContract contract);

    /** Price at which it could be bought or sold now, or null when it cannot. */
    default @Nullable BigDecimal tradable(ListedContract contract, boolean isBuying) {
        return of(contract);
    }

    /** Price of what a derivative depends on, of the contract itself when it is none; null when nothing is known. */
    @Nullable BigDecimal underlyingOf(ListedContract contract);
}
