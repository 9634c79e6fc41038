package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractView.State;
import com.quanticity.ibkr.gateway.contract.TradingHours;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of each entry of the watch list. A contract once resolved stays known until it is resolved again. Thread-safe. */
public final class ContractDirectory {

    private final List<WatchListEntry> watchList;
    private final Map<String, ContractReference> resolved = new ConcurrentHashMap<>();
    private final Map<ContractId, TradingHours> hours = new ConcurrentHashMap<>();
    private final Map<String, String> problems = new ConcurrentHashMap<>();

    public ContractDirectory(List<WatchListEntry> watchList) {
        this.watchList = List.copyOf(watchList);
    }

    List<WatchListEntry> watchList() {
        return watchList;
    }

    /** The resolved contract of a symbol on the watch list. */
    public Optional<Contract> find(String symbol) {
        return Optional.ofNullable(resolved.get(symbol)).map(ContractReference::contract);
    }

    /** The same with what the broker tells about it. */
    public Optional<ContractReference> reference(String symbol) {
        return Optional.ofNullable(resolved.get(symbol));
    }

    public void onResolved(String symbol, ContractReference reference) {
        resolved.put(symbol, reference);
        hours.put(reference.contract().id(), TradingHours.parse(reference.tradingHours(), reference.timeZoneId()));
        problems.remove(symbol);
    }

    /** True when the broker has told that a contract does not trade at a moment; must not block. */
    public boolean isClosed(ContractId id, Instant at) {
        return hours.getOrDefault(id, TradingHours.UNKNOWN).isClosed(at);
    }

    /** Notes a problem; false when the same is known already. */
    boolean onProblem(String symbol, String problem) {
        return !problem.equals(problems.put(symbol, problem));
    }

    /** Every resolved contract. */
    public List<Contract> contracts() {
        return resolved.values().stream().map(ContractReference::contract).toList();
    }

    List<ContractReference> references() {
        return List.copyOf(resolved.values());
    }

    /** One line for each entry that cannot be traded or subscribed, in the order of the watch list. */
    List<String> unresolved() {
        return views().stream()
                .filter(view -> view.state() != State.RESOLVED)
                .map(view -> view.entry() + ": " + view.problem())
                .toList();
    }

    List<ContractView> views() {
        List<ContractView> views = new ArrayList<>();
        for (WatchListEntry entry : watchList) {
            views.add(view(entry));
        }
        return views;
    }

    private ContractView view(WatchListEntry entry) {
        ContractReference reference = resolved.get(entry.symbol());
        String problem = problems.getOrDefault(entry.symbol(), "");
        if (reference != null) {
            return new ContractView(entry.toString(), State.RESOLVED, problem, reference);
        }
        return problem.isEmpty()
                ? new ContractView(entry.toString(), State.PENDING, "not asked yet; the session was never READY", null)
                : new ContractView(entry.toString(), State.UNRESOLVED, problem, null);
    }
}
