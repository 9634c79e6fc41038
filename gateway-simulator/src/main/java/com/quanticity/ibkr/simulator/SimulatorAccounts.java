package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.clearing.Clearing;
import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.math.BigDecimal;
import java.util.List;

/** What the broker can do with the accounts of a running simulator. Thread-safe. */
public final class SimulatorAccounts {

    private final EventLoop loop;
    private final Accounts accounts;
    private final Clearing clearing;
    private final List<Gateway> gateways;

    SimulatorAccounts(EventLoop loop, Accounts accounts, Clearing clearing, List<Gateway> gateways) {
        this.loop = loop;
        this.accounts = accounts;
        this.clearing = clearing;
        this.gateways = gateways;
    }

    /**
     * Pays money in, or out when negative.
     *
     * @throws IllegalArgumentException when there is no such account or no exchange rate for the currency
     */
    public void deposit(String code, String currency, BigDecimal amount) {
        loop.call(() -> {
            clearing.deposit(account(code), currency, amount);
            return null;
        });
    }

    /** Whether money of a currency can be booked: there is an exchange rate for it. */
    public boolean takes(String currency) {
        return clearing.takes(currency);
    }

    /** Switches forced liquidation on or off; switched on, it looks at all accounts at once. */
    public void liquidate(boolean on) {
        loop.call(() -> {
            clearing.liquidate(on);
            return null;
        });
    }

    /** Whether accounts without excess liquidity are liquidated. */
    public boolean liquidates() {
        return loop.call(clearing::liquidates);
    }

    /** What the server says of its account values: false is sent as the key AccountReady. */
    public void setReady(boolean ready) {
        loop.call(() -> {
            gateways.forEach(gateway -> gateway.setAccountsReady(ready));
            return null;
        });
    }

    private Account account(String code) {
        Account account = accounts.of(code);
        if (account == null) {
            throw new IllegalArgumentException("there is no account " + code + ": choose from " + accounts.list());
        }
        return account;
    }
}
