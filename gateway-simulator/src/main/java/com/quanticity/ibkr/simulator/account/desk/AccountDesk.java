package com.quanticity.ibkr.simulator.account.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.Position;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Request;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Account summaries, updates, positions and profits of all sessions.
 *
 * <p>Source: tws-wire behaviour.md, section 7.
 */
public final class AccountDesk implements Desk<Request.AccountRequest> {

    private static final Duration PROFIT_PERIOD = Duration.ofSeconds(1);

    private final EventLoop loop;
    private final Supplier<Duration> updatePeriod;
    private final SummaryStreams summaries;
    private final UpdateStreams updates;
    private final MultiStreams multis;
    private final PositionStreams positions;
    private final ProfitStreams profits;
    private final BiConsumer<Client, Request.ExerciseOptions> exercises;
    private boolean isProfitScheduled;

    /**
     * A desk for all accounts of the login.
     *
     * @param summariesAtOnce summaries one client may have open
     * @param updatePeriod time between two looks for changed values
     * @param loginZone zone of the login machine
     * @param exercises serves what is wanted of options held
     */
    public AccountDesk(
            EventLoop loop,
            Accounts accounts,
            Valuation valuation,
            IntSupplier summariesAtOnce,
            Supplier<Duration> updatePeriod,
            ZoneId loginZone,
            BiConsumer<Client, Request.ExerciseOptions> exercises) {
        this.loop = loop;
        this.updatePeriod = updatePeriod;
        this.exercises = exercises;
        this.summaries = new SummaryStreams(accounts, valuation, summariesAtOnce);
        this.updates = new UpdateStreams(accounts, valuation, loop::now, loginZone);
        this.multis = new MultiStreams(accounts, valuation);
        this.positions = new PositionStreams(accounts);
        this.profits = new ProfitStreams(accounts, valuation);
        accounts.onPosition(this::onPosition);
    }

    /** Looks for changed values again and again. */
    public void start() {
        loop.after(updatePeriod.get(), () -> {
            summaries.sendChanges();
            updates.sendChanges();
            multis.sendChanges();
            start();
        });
    }

    @Override
    public void serve(Client client, Request.AccountRequest request) {
        switch (request) {
            case Request.AccountSummary wanted -> summaries.open(client, wanted);
            case Request.CancelAccountSummary cancel -> summaries.cancel(client, cancel.requestId());
            case Request.AccountUpdates wanted -> updates.serve(client, wanted);
            case Request.AccountUpdatesMulti wanted -> multis.open(client, wanted);
            case Request.CancelAccountUpdatesMulti cancel -> multis.cancel(client, cancel.requestId());
            case Request.Positions _ -> positions.open(client);
            case Request.CancelPositions _ -> positions.cancel(client);
            case Request.PositionsMulti wanted -> positions.open(client, wanted);
            case Request.CancelPositionsMulti cancel -> positions.cancel(client, cancel.requestId());
            case Request.ProfitAndLoss wanted -> {
                profits.open(client, wanted);
                scheduleProfits();
            }
            case Request.CancelProfitAndLoss cancel -> profits.cancel(client, cancel.requestId());
            case Request.ProfitAndLossSingle wanted -> {
                profits.open(client, wanted);
                scheduleProfits();
            }
            case Request.CancelProfitAndLossSingle cancel -> profits.cancel(client, cancel.requestId());
            case Request.ExerciseOptions wanted -> exercises.accept(client, wanted);
        }
    }

    private void scheduleProfits() {
        if (isProfitScheduled || profits.isEmpty()) {
            return;
        }
        isProfitScheduled = true;
        loop.after(PROFIT_PERIOD, () -> {
            isProfitScheduled = false;
            profits.sendChanges();
            scheduleProfits();
        });
    }

    private void onPosition(Account account, Position position) {
        positions.onPosition(account, position);
        updates.onPosition(account);
        multis.onPosition(account);
    }

    @Override
    public void onClosed(Client client) {
        summaries.onClosed(client);
        updates.onClosed(client);
        multis.onClosed(client);
        positions.onClosed(client);
        profits.onClosed(client);
    }

    /** Whether the server says of itself that its account values can be trusted; sent as the key AccountReady. */
    public void setReady(boolean ready) {
        updates.setReady(ready);
    }

    /** Whether a client hears of all positions. */
    public boolean readsPositions(Client client) {
        return positions.isOpen(client);
    }

    /** How many summaries a client has open. */
    public int summariesOf(Client client) {
        return summaries.openOf(client);
    }
}
