package com.quanticity.ibkr.simulator.clearing;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;

/** What the broker does with an account by itself, and tells of. */
public interface BrokerTrades {

    /**
     * Trades.
     *
     * @param quantity positive bought, negative sold
     * @param isLiquidation whether the broker forces it
     */
    void trade(Account account, ListedContract contract, BigDecimal quantity, BigDecimal price, boolean isLiquidation);

    /** Cancels every open order of an account. */
    void cancelOrders(Account account);
}
