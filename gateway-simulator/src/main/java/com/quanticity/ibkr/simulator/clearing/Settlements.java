package com.quanticity.ibkr.simulator.clearing;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Position;
import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.account.worth.Marks;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.margin.Product.Option;
import com.quanticity.ibkr.simulator.margin.Product.Right;
import java.math.BigDecimal;

/**
 * Turns options into shares or money, and futures into money.
 *
 * <p>A stock option that is exercised is booked out at zero and the shares are booked at the strike; an index option is
 * booked out at what it is in the money.
 */
final class Settlements {

    private final ContractMaster contracts;
    private final Marks marks;
    private final BrokerTrades trades;

    Settlements(ContractMaster contracts, Marks marks, BrokerTrades trades) {
        this.contracts = contracts;
        this.marks = marks;
        this.trades = trades;
    }

    /** What one unit brings when exercised now; zero when the underlying has no price. */
    BigDecimal inTheMoney(ListedContract contract, Option option) {
        BigDecimal underlying = marks.underlyingOf(contract);
        return underlying == null ? BigDecimal.ZERO : option.inTheMoney(underlying);
    }

    /**
     * Exercises options held, or assigns those sold.
     *
     * @param quantity of the option, positive held, negative sold
     */
    void exercise(Account account, ListedContract contract, Option option, BigDecimal quantity) {
        ListedContract underlying =
                contracts.ofId(Instruments.underlyingId(contract)).orElse(null);
        if (underlying == null || Instruments.isCashSettled(contract)) {
            trades.trade(account, contract, quantity.negate(), inTheMoney(contract, option), false);
            return;
        }
        BigDecimal shares = quantity.multiply(option.multiplier());
        trades.trade(account, contract, quantity.negate(), BigDecimal.ZERO, false);
        trades.trade(
                account, underlying, option.right() == Right.CALL ? shares : shares.negate(), option.strike(), false);
    }

    /** Lets options go without value. */
    void expire(Account account, ListedContract contract, BigDecimal quantity) {
        trades.trade(account, contract, quantity.negate(), BigDecimal.ZERO, false);
    }

    /** Closes a future at its last price. */
    void settleFuture(Account account, Position position) {
        BigDecimal mark = marks.of(position.contract());
        trades.trade(
                account,
                position.contract(),
                position.quantity().negate(),
                mark == null ? position.averagePrice() : mark,
                false);
    }
}
