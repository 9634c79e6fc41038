package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractView.State;
import com.quanticity.ibkr.gateway.contract.TradingHours;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.PriceLadder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Every contract known in this process: by the symbol of the watch list, by the text that was resolved, and by the broker's id; which of
 * them are blocked, and the price increments. A contract once resolved stays known until it is resolved again. Thread-safe; never blocks.
 */
public final class ContractDirectory {

    private final List<WatchListEntry> watchList = new CopyOnWriteArrayList<>();
    private final Map<String, Contract> names = new ConcurrentHashMap<>();
    private final Map<ContractId, Known> known = new ConcurrentHashMap<>();
    private final Map<ContractId, Map<BlockKind, String>> blocks = new ConcurrentHashMap<>();
    private final Map<Integer, PriceLadder> ladders = new ConcurrentHashMap<>();
    private final Map<String, String> problems = new ConcurrentHashMap<>();

    private record Known(ContractReference reference, TradingHours hours) {}

    public ContractDirectory(List<WatchListEntry> watchList) {
        this.watchList.addAll(watchList);
    }

    List<WatchListEntry> watchList() {
        return List.copyOf(watchList);
    }

    /** Puts an entry on the watch list, in place of one of the same name: it is resolved with every connection. */
    public void watch(WatchListEntry entry) {
        watchList.removeIf(known -> known.symbol().equals(entry.symbol()) && !known.equals(entry));
        if (!watchList.contains(entry)) {
            watchList.add(entry);
        }
    }

    /** Takes an entry off the watch list; its contract stays known. */
    public void unwatch(String symbol) {
        watchList.removeIf(known -> known.symbol().equals(symbol));
        problems.remove(symbol);
    }

    /** Why an entry of the watch list is not resolved; empty when nothing is wrong. */
    public String problem(String symbol) {
        return problems.getOrDefault(symbol, "");
    }

    /**
     * The contract of a symbol on the watch list, or of any text form of a contract that was resolved before.
     *
     * @param name as {@link ContractSpec} reads it
     */
    public Optional<Contract> find(String name) {
        Contract named = names.get(name);
        return named != null ? Optional.of(named) : canonical(name).flatMap(this::find);
    }

    /** The contract of a specification that was resolved before; a combination is when all its legs were. */
    public Optional<Contract> find(ContractSpec spec) {
        return switch (spec) {
            case ContractSpec.ById byId ->
                Optional.ofNullable(known.get(byId.id()))
                        .map(found -> routed(found.reference().contract(), byId.exchange()));
            case ContractSpec.Combination combination ->
                combination(combination).map(Combination::contract);
            case ContractSpec.Stock _,
                    ContractSpec.Option _,
                    ContractSpec.Occ _,
                    ContractSpec.Future _,
                    ContractSpec.FutureOption _,
                    ContractSpec.Bond _,
                    ContractSpec.CurrencyPair _,
                    ContractSpec.Index _ -> Optional.ofNullable(names.get(spec.text()));
        };
    }

    /** The legs of a combination in text form; empty for any other contract, and while one of the legs is not resolved. */
    public Optional<Combination> combination(String name) {
        return canonical(name)
                .filter(ContractSpec.Combination.class::isInstance)
                .map(ContractSpec.Combination.class::cast)
                .flatMap(this::combination);
    }

    private Optional<Combination> combination(ContractSpec.Combination spec) {
        List<Combination.Leg> legs = new ArrayList<>();
        for (ContractSpec.Leg leg : spec.legs()) {
            find(leg.contract().text()).ifPresent(contract -> legs.add(new Combination.Leg(contract, leg.ratio())));
        }
        return legs.size() == spec.legs().size() ? Optional.of(Combination.of(legs)) : Optional.empty();
    }

    /** The same with what the broker tells about it. */
    public Optional<ContractReference> reference(String name) {
        return find(name).map(Contract::id).flatMap(this::reference);
    }

    /** What the broker tells about a contract. */
    public Optional<ContractReference> reference(ContractId id) {
        return Optional.ofNullable(known.get(id)).map(Known::reference);
    }

    /** Every contract of the watch list that is resolved. */
    public List<Contract> contracts() {
        return watchList.stream()
                .map(entry -> names.get(entry.symbol()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** A symbol of the watch list is resolved. */
    public void onResolved(String symbol, ContractReference reference) {
        names.put(symbol, reference.contract());
        onKnown(reference);
        problems.remove(symbol);
    }

    /** A specification is resolved; what the watch list names keeps its meaning. */
    void onResolved(ContractSpec spec, Contract contract, ContractReference reference) {
        names.putIfAbsent(spec.text(), contract);
        onKnown(reference);
    }

    /** The broker answered about a contract. */
    void onKnown(ContractReference reference) {
        Contract contract = reference.contract();
        known.put(
                contract.id(),
                new Known(reference, TradingHours.parse(reference.tradingHours(), reference.timeZoneId())));
        names.replaceAll(
                (name, named) -> named.id().equals(contract.id()) ? routed(contract, named.exchange()) : named);
    }

    /** True when the broker has told that a contract does not trade at a moment; must not block. */
    public boolean isClosed(ContractId id, Instant at) {
        Known found = known.get(id);
        return found != null && found.hours().isClosed(at);
    }

    /** Why orders for a contract are denied; empty when they are not. */
    public Optional<String> blocked(ContractId id) {
        Map<BlockKind, String> why = blocks.get(id);
        return why == null ? Optional.empty() : Optional.of(String.join("; ", why.values()));
    }

    /** Denies orders for a contract until every kind of block is gone. */
    void block(ContractId id, BlockKind kind, String why) {
        blocks.compute(id, (any, before) -> {
            Map<BlockKind, String> after = before == null ? new EnumMap<>(BlockKind.class) : new EnumMap<>(before);
            after.put(kind, why);
            return after;
        });
    }

    void unblock(ContractId id, BlockKind kind) {
        blocks.computeIfPresent(id, (any, before) -> {
            Map<BlockKind, String> after = new EnumMap<>(before);
            after.remove(kind);
            return after.isEmpty() ? null : after;
        });
    }

    int blockedCount() {
        return blocks.size();
    }

    boolean isBlocked(ContractId id, BlockKind kind) {
        return blocks.getOrDefault(id, Map.of()).containsKey(kind);
    }

    /** The broker answered with the increments of a rule. */
    void onMarketRule(int ruleId, PriceLadder ladder) {
        ladders.put(ruleId, ladder);
    }

    Optional<PriceLadder> ladder(int ruleId) {
        return Optional.ofNullable(ladders.get(ruleId));
    }

    /**
     * Whether an order may have a price: by the market rule of the exchange that it goes to, and while that is not known by the smallest
     * increment of all. Prices of contracts with a magnifier are not judged.
     */
    public PriceCheck check(Contract contract, BigDecimal price) {
        PriceLadder ladder = ladderOf(contract);
        if (ladder == null) {
            return new PriceCheck.NotKnown();
        }
        return ladder.accepts(price)
                ? new PriceCheck.Valid()
                : new PriceCheck.OffIncrement(
                        ladder.incrementAt(price), ladder.atOrBelow(price), ladder.atOrAbove(price));
    }

    private @Nullable PriceLadder ladderOf(Contract contract) {
        Known found = known.get(contract.id());
        if (found == null || found.reference().priceMagnifier() != 1) {
            return null;
        }
        Integer rule = found.reference().marketRuleAt(contract.exchange());
        PriceLadder ladder = rule == null ? null : ladders.get(rule);
        BigDecimal minTick = found.reference().minTick();
        return ladder == null && minTick != null && minTick.signum() > 0 ? PriceLadder.of(minTick) : ladder;
    }

    /** Notes a problem; false when the same is known already. */
    boolean onProblem(String symbol, String problem) {
        return !problem.equals(problems.put(symbol, problem));
    }

    /** Every contract known, by id. */
    List<ContractReference> references() {
        return known.values().stream()
                .map(Known::reference)
                .sorted(Comparator.comparing(ContractReference::contractId))
                .toList();
    }

    /** One line for each entry that cannot be traded or subscribed, in the order of the watch list. */
    List<String> unresolved() {
        return views().stream()
                .filter(view -> view.state() != State.RESOLVED)
                .map(view -> view.entry() + ": " + view.problem())
                .toList();
    }

    /** The watch list, in its order. */
    List<ContractView> views() {
        List<ContractView> views = new ArrayList<>();
        for (WatchListEntry entry : watchList) {
            views.add(view(entry));
        }
        return views;
    }

    /** Known contracts with a text in symbol, local symbol or name, or with that id. */
    List<ContractView> views(String query) {
        String wanted = query.strip().toUpperCase(Locale.ROOT);
        return references().stream()
                .filter(reference -> isNamed(reference, wanted))
                .map(reference -> new ContractView(
                        "conid:" + reference.contractId(),
                        State.RESOLVED,
                        blocked(reference.contractId()).orElse(""),
                        reference))
                .toList();
    }

    private static boolean isNamed(ContractReference reference, String wanted) {
        Contract contract = reference.contract();
        return contract.id().toString().equals(wanted)
                || contract.symbol().contains(wanted)
                || contract.localSymbol().contains(wanted)
                || reference.longName().toUpperCase(Locale.ROOT).contains(wanted);
    }

    private ContractView view(WatchListEntry entry) {
        ContractReference reference = reference(entry.symbol()).orElse(null);
        String problem = problems.getOrDefault(entry.symbol(), "");
        if (reference != null) {
            return new ContractView(entry.toString(), State.RESOLVED, problem, reference);
        }
        return problem.isEmpty()
                ? new ContractView(entry.toString(), State.PENDING, "not asked yet; the session was never READY", null)
                : new ContractView(entry.toString(), State.UNRESOLVED, problem, null);
    }

    private static Optional<ContractSpec> canonical(String name) {
        try {
            return Optional.of(ContractSpec.parse(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same contract, routed to another exchange. */
    static Contract routed(Contract contract, String exchange) {
        return contract.exchange().equals(exchange)
                ? contract
                : new Contract(
                        contract.id(),
                        contract.symbol(),
                        contract.securityType(),
                        exchange,
                        contract.primaryExchange(),
                        contract.currency(),
                        contract.localSymbol(),
                        contract.tradingClass());
    }
}
