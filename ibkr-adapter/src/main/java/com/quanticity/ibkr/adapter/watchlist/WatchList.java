package com.quanticity.ibkr.adapter.watchlist;

import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.contract.ResolvedListener;
import com.quanticity.ibkr.adapter.entitlement.EntitlementSink;
import com.quanticity.ibkr.adapter.marketdata.SubscriptionDesk;
import com.quanticity.ibkr.adapter.watchlist.WatchListStore.Change;
import com.quanticity.ibkr.model.contract.Contract;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which contracts are wanted and which of them have a market data line: the configured entries, changed by what was stored since. Every
 * change takes effect at once and is stored first. Thread-safe; commands touch the database, {@link #onResolved} and {@link #onNoLine}
 * do not.
 */
final class WatchList implements ResolvedListener {

    private static final Logger LOG = LoggerFactory.getLogger(WatchList.class);

    private final ContractDirectory directory;
    private final SubscriptionDesk desk;
    private final EntitlementSink entitlements;
    private final WatchListStore store;
    private final LineBudget budget;
    private final Clock clock;

    /** Held by one command at a time while it is stored; the broker's answers never wait for it. */
    private final Object commands = new Object();

    private final Map<String, Watched> entries = new LinkedHashMap<>();
    private final Set<String> served = new LinkedHashSet<>();
    private long lastOrder;

    WatchList(
            ContractDirectory directory,
            SubscriptionDesk desk,
            EntitlementSink entitlements,
            WatchListStore store,
            LineBudget budget,
            Clock clock) {
        this.directory = directory;
        this.desk = desk;
        this.entitlements = entitlements;
        this.store = store;
        this.budget = budget;
        this.clock = clock;
    }

    /** What became of a command. */
    sealed interface Outcome {

        /**
         * It is on the list and has a line as soon as it is resolved.
         *
         * @param displaced the symbol that lost its line to it, null when none did
         */
        record Watching(@Nullable String displaced) implements Outcome {}

        /** Every line is taken by symbols that come first. */
        record NoLine(int lines, LinePlan.Wish last) implements Outcome {}
    }

    /** The configured entries and what was changed since. Called once, before the session starts. */
    synchronized void load(List<WatchListEntry> configured) {
        configured.forEach(entry -> put(entry, SubscriptionDesk.USUAL_PRIORITY));
        for (Change change : store.changes()) {
            if (change.wanted()) {
                put(change.entry(), change.priority());
                entries.computeIfPresent(
                        change.entry().symbol(),
                        (_, watched) -> watched.changed(change.entry(), change.priority(), change.at()));
            } else {
                entries.remove(change.entry().symbol());
                directory.unwatch(change.entry().symbol());
            }
        }
        entries.values().forEach(watched -> directory.watch(watched.entry()));
    }

    private void put(WatchListEntry entry, int priority) {
        entries.putIfAbsent(entry.symbol(), new Watched(entry, priority, ++lastOrder, null, null));
    }

    /**
     * Puts a resolved contract on the list, or changes its priority. The same again changes nothing.
     *
     * @param priority lower ones get a line first
     * @throws org.springframework.dao.DataAccessException when it could not be stored; nothing has changed then
     */
    Outcome watch(WatchListEntry entry, Contract contract, int priority) {
        synchronized (commands) {
            Watched before = find(entry.symbol()).orElse(null);
            if (before != null && before.entry().equals(entry) && before.priority() == priority) {
                return new Outcome.Watching(null);
            }
            if (before == null && !wouldBeServed(entry.symbol(), priority)) {
                return noLine();
            }
            store.save(new Change(entry, priority, true, clock.instant()));
            LOG.info(
                    "watch list entry={} priority={} was={}",
                    entry,
                    priority,
                    before == null ? "none" : before.priority());
            return new Outcome.Watching(put(entry, contract, priority));
        }
    }

    private synchronized boolean wouldBeServed(String symbol, int priority) {
        List<LinePlan.Wish> wishes = new ArrayList<>(wishes());
        wishes.add(new LinePlan.Wish(symbol, priority, lastOrder + 1));
        return LinePlan.served(wishes, budget.limit()).contains(symbol);
    }

    private synchronized Outcome noLine() {
        return new Outcome.NoLine(budget.limit(), LinePlan.last(wishes()));
    }

    private List<LinePlan.Wish> wishes() {
        return entries.values().stream().map(Watched::wish).toList();
    }

    private synchronized @Nullable String put(WatchListEntry entry, Contract contract, int priority) {
        Watched before = entries.get(entry.symbol());
        Watched after = before == null
                ? new Watched(entry, priority, ++lastOrder, contract, clock.instant())
                : before.changed(entry, priority, clock.instant()).resolved(contract);
        entries.put(entry.symbol(), after);
        directory.watch(entry);
        return replan();
    }

    /**
     * Takes a symbol off the list; false when it was not there.
     *
     * @throws org.springframework.dao.DataAccessException when it could not be stored; nothing has changed then
     */
    boolean unwatch(String symbol) {
        synchronized (commands) {
            Watched watched = find(symbol).orElse(null);
            if (watched == null) {
                return false;
            }
            store.save(new Change(watched.entry(), watched.priority(), false, clock.instant()));
            LOG.info("watch list entry={} removed", watched.entry());
            remove(symbol);
            return true;
        }
    }

    private synchronized void remove(String symbol) {
        Watched removed = entries.remove(symbol);
        directory.unwatch(symbol);
        replan();
        if (removed != null && removed.contract() != null) {
            entitlements.forget(removed.contract().id());
        }
    }

    @Override
    public synchronized void onResolved(WatchListEntry entry, Contract contract) {
        if (entries.computeIfPresent(entry.symbol(), (_, watched) -> watched.resolved(contract)) != null) {
            replan();
        }
    }

    /** The broker has no line for one more. */
    synchronized void onNoLine() {
        if (budget.onNoLine(desk.linesInUse())) {
            replan();
        }
    }

    /** One more line is tried, and lines that others took or gave back are counted. */
    synchronized void probe() {
        budget.probe();
        replan();
    }

    synchronized Optional<Watched> find(String symbol) {
        return Optional.ofNullable(entries.get(symbol));
    }

    /** In the order of the list. */
    synchronized List<Watched> all() {
        return List.copyOf(entries.values());
    }

    /** Whether a symbol has a line. */
    synchronized boolean isServed(String symbol) {
        return served.contains(symbol);
    }

    LineBudget budget() {
        return budget;
    }

    /** Gives lines to who comes first, and returns the first that lost its line, null when none did. */
    private @Nullable String replan() {
        List<String> next = LinePlan.served(
                entries.values().stream()
                        .filter(watched -> watched.contract() != null)
                        .map(Watched::wish)
                        .toList(),
                budget.limit());
        String displaced = null;
        for (String symbol : List.copyOf(served)) {
            if (!next.contains(symbol)) {
                desk.unwant(symbol);
                served.remove(symbol);
                if (entries.containsKey(symbol)) {
                    LOG.info("market data line taken away symbol={} lines={}", symbol, budget.limit());
                    displaced = displaced == null ? symbol : displaced;
                }
            }
        }
        next.forEach(this::serve);
        return displaced;
    }

    private void serve(String symbol) {
        Watched watched = entries.get(symbol);
        if (watched != null && watched.contract() != null) {
            served.add(symbol);
            desk.want(symbol, watched.contract(), watched.priority());
        }
    }
}
