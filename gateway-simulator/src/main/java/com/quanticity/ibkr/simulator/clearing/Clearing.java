package com.quanticity.ibkr.simulator.clearing;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountOptions;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.account.worth.Marks;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The broker's own work on the accounts of the login. Event loop only. */
public final class Clearing {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final Duration MARGIN_CHECK = Duration.ofSeconds(5);

    private final EventLoop loop;
    private final Accounts accounts;
    private final Valuation valuation;
    private final Marks marks;
    private final AccountOptions options;
    private final Liquidation liquidation;
    private final Lapses lapses = new Lapses();
    private final Expiry expiry;
    private final Exercises exercises;
    private boolean liquidates;

    public Clearing(
            EventLoop loop,
            ContractMaster contracts,
            Accounts accounts,
            Valuation valuation,
            Marks marks,
            AccountOptions options,
            BrokerTrades trades) {
        this.loop = loop;
        this.accounts = accounts;
        this.valuation = valuation;
        this.marks = marks;
        this.options = options;
        this.liquidation = new Liquidation(valuation, marks, trades);
        Settlements settlements = new Settlements(contracts, marks, trades);
        this.expiry = new Expiry(settlements, lapses);
        this.exercises = new Exercises(contracts, accounts, settlements, lapses, this::today);
        this.liquidates = options.liquidation();
    }

    /** Takes over; positions that expired while nothing ran are settled at once. */
    public void start() {
        accounts.all().forEach(account -> account.takeBase(marks));
        settleWhatExpired(today().minusDays(1));
        scheduleMidnight();
        scheduleClose();
        if (liquidates) {
            scheduleMarginCheck();
        }
    }

    private void scheduleMidnight() {
        ZonedDateTime next = today().plusDays(1).atStartOfDay(NEW_YORK);
        loop.at(next.toInstant(), () -> {
            accounts.all().forEach(account -> account.startDay(valuation.of(account), marks, options.interest()));
            scheduleMidnight();
        });
    }

    private void scheduleClose() {
        ZonedDateTime close = today().atTime(CLOSE).atZone(NEW_YORK);
        ZonedDateTime next = close.toInstant().isAfter(loop.now()) ? close : close.plusDays(1);
        loop.at(next.toInstant(), () -> {
            settleWhatExpired(next.toLocalDate());
            scheduleClose();
        });
    }

    private void settleWhatExpired(LocalDate lastDay) {
        accounts.all().forEach(account -> expiry.settle(account, lastDay));
    }

    /** Switches forced liquidation on or off. */
    public void liquidate(boolean on) {
        boolean isNew = on && !liquidates;
        liquidates = on;
        if (isNew) {
            checkMargins();
            scheduleMarginCheck();
        }
    }

    /** Whether accounts without excess liquidity are liquidated. */
    public boolean liquidates() {
        return liquidates;
    }

    private void scheduleMarginCheck() {
        loop.after(MARGIN_CHECK, () -> {
            if (liquidates) {
                checkMargins();
                scheduleMarginCheck();
            }
        });
    }

    private void checkMargins() {
        accounts.all().forEach(liquidation::check);
    }

    /** Serves what a client wants of its options. */
    public void exercise(Client client, Request.ExerciseOptions request) {
        exercises.serve(client, request);
    }

    /** Pays money in, or out when negative. */
    public void deposit(Account account, String currency, BigDecimal amount) {
        if (!takes(currency)) {
            throw new IllegalArgumentException(
                    "there is no exchange rate for " + currency + ": add it to the account options");
        }
        account.deposit(currency, amount);
    }

    /** Without an exchange rate no account could be valued any more. */
    public boolean takes(String currency) {
        return options.rates().knows(currency);
    }

    private LocalDate today() {
        return loop.now().atZone(NEW_YORK).toLocalDate();
    }
}
