package com.quanticity.ibkr.simulator.saved;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.Position;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.matching.desk.OrderDesk;
import com.quanticity.ibkr.simulator.saved.SavedState.SavedAccount;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a state file up to date: written right after a change, but at most four times a second, and at the end.
 *
 * <p>A process killed in the middle of many changes can lose those of the last quarter of a second.
 */
public final class StateKeeper {

    private static final Logger log = LoggerFactory.getLogger(StateKeeper.class);
    private static final Duration PERIOD = Duration.ofMillis(250);

    private final StateFile file;
    private final EventLoop loop;
    private final Accounts accounts;
    private final OrderDesk orders;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("simulator-state").daemon().factory());
    private Instant lastSaved = Instant.EPOCH;
    private boolean isScheduled;

    public StateKeeper(Path file, EventLoop loop, Accounts accounts, OrderDesk orders) {
        this.file = new StateFile(file);
        this.loop = loop;
        this.accounts = accounts;
        this.orders = orders;
    }

    /**
     * Goes on where the file ends. Called once, before the loop runs.
     *
     * @throws StateFileException when the file is of another account or cannot be read
     */
    public void restore(ContractMaster contracts) {
        file.read().ifPresent(state -> restore(state, contracts));
    }

    private void restore(SavedState state, ContractMaster contracts) {
        String codes = state.accounts().stream().map(SavedAccount::code).collect(Collectors.joining(","));
        if (!codes.equals(accounts.list())) {
            throw new StateFileException("state file " + file + " belongs to account " + codes + ": give --account "
                    + codes + " or another --state");
        }
        for (SavedAccount saved : state.accounts()) {
            Objects.requireNonNull(accounts.of(saved.code()))
                    .restore(
                            saved.cash(),
                            saved.positions().stream()
                                    .map(position -> new Position(
                                            contracts.current(position.contract()),
                                            position.quantity(),
                                            position.cost()))
                                    .toList());
        }
        orders.numbers().restore(state.highestOrderIds(), state.lastPermId());
        orders.archive().restore(state.orders(), state.executions());
        log.info(
                "simulator state restored file={} savedAt={} positions={} openOrders={}",
                file,
                state.savedAt(),
                state.accounts().stream()
                        .mapToInt(saved -> saved.positions().size())
                        .sum(),
                orders.openOrders(null).size());
    }

    /** Something changed that must be kept. Event loop only. */
    public void changed() {
        if (!isScheduled) {
            isScheduled = true;
            Instant now = loop.now();
            Instant earliest = lastSaved.plus(PERIOD);
            loop.at(earliest.isAfter(now) ? earliest : now, this::save);
        }
    }

    private void save() {
        isScheduled = false;
        lastSaved = loop.now();
        SavedState state = snapshot();
        writer.execute(() -> write(state));
    }

    private SavedState snapshot() {
        return new SavedState(
                SavedState.FORMAT,
                loop.now(),
                accounts.all().stream().map(StateKeeper::saved).toList(),
                orders.numbers().highestOrderIds(),
                orders.numbers().lastPermId(),
                orders.archive().ordersOfToday(),
                orders.archive().executionsOfToday());
    }

    private static SavedAccount saved(Account account) {
        Map<String, BigDecimal> cash = new LinkedHashMap<>();
        account.ledger()
                .currencies()
                .forEach(currency -> cash.put(currency, account.ledger().balance(currency)));
        return new SavedAccount(account.code(), cash, account.openPositions());
    }

    private void write(SavedState state) {
        try {
            file.write(state);
        } catch (IOException failed) {
            log.error("simulator state not saved file={}", file, failed);
        }
    }

    /** Writes the last state and waits for it; the loop must still run. */
    public void close() {
        loop.call(() -> {
            save();
            return null;
        });
        writer.shutdown();
        try {
            if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
                log.error("simulator state not saved in time file={}", file);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
