package com.quanticity.ibkr.console.positions;

import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.position.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Positions of our ledger beside the broker's; compared, never merged. Thread-safe. */
public final class PositionBook {

    private static final int MOST = 1_000;

    /**
     * Both sides of one holding.
     *
     * @param ours null when our ledger holds nothing of it
     * @param oursConfirmed when our side was last heard to be so, null when never
     * @param brokers null when the broker was not heard about it
     * @param brokersConfirmed when the broker's side was last heard to be so, null when never
     */
    public record Holding(
            String account,
            ContractId contractId,
            String symbol,
            @Nullable LedgerPosition ours,
            @Nullable Instant oursConfirmed,
            @Nullable Position brokers,
            @Nullable Instant brokersConfirmed) {}

    private final Accounts accounts;
    private final Map<String, Holding> holdings = new TreeMap<>();
    private boolean ledgerComplete;
    private long version;

    public PositionBook(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Takes our side; an older one than there is changes nothing. */
    public synchronized void onOurs(LedgerPosition position, Instant confirmedAt) {
        Holding before = holding(position.account(), position.contractId(), position.symbol());
        if (before.ours() == null || !position.at().isBefore(before.ours().at())) {
            put(new Holding(
                    before.account(),
                    before.contractId(),
                    before.symbol(),
                    position,
                    later(confirmedAt, before.oursConfirmed()),
                    before.brokers(),
                    before.brokersConfirmed()));
        }
    }

    /** Takes the broker's side; an older one than there is changes nothing. */
    public synchronized void onBrokers(Position position, Instant confirmedAt) {
        Holding before = holding(position.account(), position.contractId(), position.symbol());
        if (before.brokers() == null || !position.at().isBefore(before.brokers().at())) {
            put(new Holding(
                    before.account(),
                    before.contractId(),
                    before.symbol(),
                    before.ours(),
                    before.oursConfirmed(),
                    position,
                    later(confirmedAt, before.brokersConfirmed())));
        }
    }

    /** Our ledger was read completely: what it does not name it does not hold. */
    public synchronized void onLedgerComplete() {
        ledgerComplete = true;
        version++;
    }

    synchronized boolean isLedgerComplete() {
        return ledgerComplete;
    }

    private Holding holding(String account, ContractId contractId, String symbol) {
        Holding known = holdings.get(key(account, contractId, symbol));
        return known == null ? new Holding(account, contractId, symbol, null, null, null, null) : known;
    }

    private void put(Holding holding) {
        accounts.onAccount(holding.account());
        String key = key(holding.account(), holding.contractId(), holding.symbol());
        if (holdings.size() < MOST || holdings.containsKey(key)) {
            holdings.put(key, holding);
            version++;
        }
    }

    /** Sorts by symbol. */
    private static String key(String account, ContractId contractId, String symbol) {
        return symbol + "|" + account + "|" + contractId;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /** By symbol. */
    public synchronized List<Holding> all() {
        return new ArrayList<>(holdings.values());
    }

    public synchronized long version() {
        return version;
    }
}
