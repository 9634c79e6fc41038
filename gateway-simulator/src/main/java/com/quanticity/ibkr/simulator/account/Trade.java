package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;

/**
 * A trade that was made or might be.
 *
 * @param quantity positive bought, negative sold
 * @param commission in the contract's currency
 */
public record Trade(ListedContract contract, BigDecimal quantity, BigDecimal price, BigDecimal commission) {

    /** A trade that costs no commission. */
    public static Trade of(ListedContract contract, BigDecimal quantity, BigDecimal price) {
        return new Trade(contract, quantity, price, BigDecimal.ZERO);
    }

    /** Money it takes, negative when it brings some; without commission. */
    BigDecimal value() {
        return quantity.multiply(price).multiply(Instruments.multiplier(contract));
    }

    /** The trade that takes it back, commission included. */
    Trade reversed() {
        return new Trade(contract, quantity.negate(), price, commission.negate());
    }
}
