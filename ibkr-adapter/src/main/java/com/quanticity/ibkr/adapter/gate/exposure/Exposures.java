package com.quanticity.ibkr.adapter.gate.exposure;

import com.quanticity.ibkr.adapter.gate.WatchedOrder;
import com.quanticity.ibkr.adapter.gate.price.ExchangeRates;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractLeg;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is held and what working orders may add, by account, strategy and firm. The firm's and the accounts' positions are the broker's
 * with our fills on top; a strategy's position is the sum of its fills. Orders in flight and of unknown fate count as working.
 * Thread-safe.
 */
public final class Exposures {

    private static final int REMEMBERED = 50_000;

    private final Ledger firm = new Ledger();
    private final Map<String, Ledger> accounts = new HashMap<>();
    private final Map<String, Ledger> strategies = new HashMap<>();
    private final Map<Place, Holding> holdings = new HashMap<>();
    private final Map<ContractId, Map<ClientOrderId, Working>> working = new HashMap<>();
    private final Bundles bundles = new Bundles();
    private final Map<Bundle, Working> counted = new HashMap<>();
    private final OthersOrders others = new OthersOrders();
    private final Map<ContractId, BigDecimal> unitValues = new HashMap<>();
    private final Map<ContractId, HeldPosition> valuedByCost = new HashMap<>();
    private final Map<ContractId, String> unvalued = new HashMap<>();
    private final ExchangeRates rates;
    private final Map<Part, BigDecimal> filled = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Part, BigDecimal> eldest) {
            return size() > REMEMBERED;
        }
    };
    private boolean positionsKnown;

    private record Place(String account, ContractId contractId) {}

    /** What an order does to one contract; an order for a combination has a part for each leg. */
    private record Part(ClientOrderId order, ContractId contractId) {}

    /** @param rates what the cost of positions without a price is converted by */
    public Exposures(ExchangeRates rates) {
        this.rates = rates;
    }

    /**
     * An order changed. Its fills move positions, the rest of it works until it ends. A combination counts leg by leg; by itself it is
     * only known to work.
     */
    public synchronized void onOrder(WatchedOrder changed) {
        ContractId contractId = changed.contractId();
        if (contractId == null) {
            return;
        }
        if (changed.legs().isEmpty()) {
            onPart(changed, contractId);
        } else {
            work(changed, contractId);
            for (ContractLeg leg : changed.legs()) {
                onPart(Legs.of(changed, leg), leg.contractId());
            }
        }
    }

    private void onPart(WatchedOrder changed, ContractId contractId) {
        takeFill(changed, contractId);
        ClientOrderId id = changed.order().clientOrderId();
        Working before = works(contractId).get(id);
        Working now = work(changed, contractId);
        Bundle bundle = Bundle.of(changed.order(), changed.account(), contractId);
        if (bundle == null) {
            replace(before, now);
        } else {
            enterLargest(bundle);
        }
        enterLargest(new Bundle.OfParent(id, contractId));
    }

    /** Of orders that exclude each other the largest counts; those that another order wakes count from its first fill on. */
    private void enterLargest(Bundle bundle) {
        Working largest = null;
        if (!(bundle instanceof Bundle.OfParent(ClientOrderId parent, ContractId _))
                || filled.getOrDefault(new Part(parent, bundle.contractId()), BigDecimal.ZERO)
                                .signum()
                        > 0) {
            largest = bundles.largest(bundle, null);
        }
        replace(counted.remove(bundle), largest);
        if (largest != null) {
            counted.put(bundle, largest);
        }
    }

    /** Notes whether an order works in a contract; null when it does not. */
    private @Nullable Working work(WatchedOrder changed, ContractId contractId) {
        ClientOrderId id = changed.order().clientOrderId();
        Working before = works(contractId).remove(id);
        if (before != null) {
            bundles.remove(before);
        }
        BigDecimal remaining = changed.order().quantity().subtract(changed.filled());
        boolean works = !changed.state().isTerminal() && remaining.signum() > 0;
        Working now = works ? new Working(changed.order(), changed.account(), contractId, remaining) : null;
        if (now != null) {
            works(contractId).put(id, now);
            bundles.add(now);
        }
        return now;
    }

    /** The largest working order of those that can fill only in place of this one; zero when there is none. */
    public synchronized BigDecimal alternative(Order order, String account, ContractId contractId) {
        Bundle bundle = Bundle.of(order, account, contractId);
        Working largest = bundle == null ? null : bundles.largest(bundle, order.clientOrderId());
        return largest == null ? BigDecimal.ZERO : largest.remaining();
    }

    /** An order of another client or of TWS, as the drop copy shows it; it counts for firm and account. */
    public synchronized void onOthersOrder(DropCopyOrder order) {
        enterOthers(others.put(order));
    }

    /** All open orders of other clients and of TWS; what is not among them has ended. */
    public synchronized void onOthersOrders(Collection<DropCopyOrder> open) {
        enterOthers(others.putAll(open));
    }

    /** Orders of others that work in a contract. */
    public synchronized List<DropCopyOrder> others(ContractId contractId) {
        return others.in(contractId);
    }

    private void enterOthers(List<OthersOrders.Change> changes) {
        for (OthersOrders.Change change : changes) {
            for (Ledger ledger : List.of(firm, account(change.account()))) {
                Line line = valued(ledger.line(change.contractId()), change.contractId());
                ledger.put(change.contractId(), line.working(change.side(), change.more()));
            }
        }
    }

    private void replace(@Nullable Working before, @Nullable Working now) {
        if (before != null) {
            enter(before, before.remaining().negate());
        }
        if (now != null) {
            enter(now, now.remaining());
        }
    }

    private void takeFill(WatchedOrder changed, ContractId contractId) {
        Part part = new Part(changed.order().clientOrderId(), contractId);
        BigDecimal known = filled.getOrDefault(part, BigDecimal.ZERO);
        BigDecimal more = changed.filled().subtract(known);
        if (more.signum() <= 0) {
            return;
        }
        filled.put(part, changed.filled());
        BigDecimal signed = OrderFigures.signed(changed.order().side(), more);
        Ledger strategy = strategy(changed.order().strategy());
        strategy.put(contractId, valued(strategy.line(contractId), contractId).moved(signed));
        Place place = new Place(changed.account(), contractId);
        holdings.computeIfAbsent(place, any -> new Holding()).onFill(signed, changed.at());
        onHolding(place);
    }

    private void enter(Working order, BigDecimal more) {
        for (Ledger ledger : List.of(firm, account(order.account()), strategy(order.strategy()))) {
            Line line = valued(ledger.line(order.contractId()), order.contractId());
            ledger.put(order.contractId(), line.working(order.side(), more));
        }
    }

    /** What strategies held before the orders that this process knows. */
    public synchronized void onStrategyPosition(String strategy, ContractId contractId, BigDecimal quantity) {
        Ledger ledger = strategy(strategy);
        ledger.put(contractId, valued(ledger.line(contractId), contractId).moved(quantity));
    }

    /** Nothing is known of the broker's positions until the next complete answer. */
    public synchronized void onPositionsUnknown() {
        positionsKnown = false;
    }

    /** The broker's complete answer: what it does not name is closed. */
    public synchronized void onPositions(Collection<HeldPosition> answer) {
        Map<Place, BigDecimal> told = new HashMap<>();
        for (HeldPosition position : answer) {
            told.put(new Place(position.account(), position.contractId()), position.quantity());
            valueByCost(position);
        }
        told.keySet().forEach(place -> holdings.computeIfAbsent(place, any -> new Holding()));
        holdings.forEach((place, holding) -> {
            holding.onAnswer(told.getOrDefault(place, BigDecimal.ZERO));
            onHolding(place);
        });
        positionsKnown = true;
    }

    /** One position changed at the broker. */
    public synchronized void onPosition(HeldPosition position) {
        Place place = new Place(position.account(), position.contractId());
        valueByCost(position);
        holdings.computeIfAbsent(place, any -> new Holding()).onPosition(position.quantity());
        onHolding(place);
    }

    /** Lets go of fills that must be counted by now. */
    public synchronized void settle(Instant now) {
        holdings.forEach((place, holding) -> {
            if (holding.forgetBefore(now.minus(Holding.PATIENCE))) {
                onHolding(place);
            }
        });
        List.copyOf(valuedByCost.values()).forEach(this::valueByCost);
    }

    /** Until a price of it is known a position counts at its cost, at the exchange rate of the moment. */
    private void valueByCost(HeldPosition position) {
        ContractId contractId = position.contractId();
        if (unitValues.containsKey(contractId) && !valuedByCost.containsKey(contractId)) {
            return;
        }
        valuedByCost.put(contractId, position);
        BigDecimal rate = rates.rate(position.currency());
        if (rate == null) {
            unvalued.put(contractId, position.currency());
        } else {
            unvalued.remove(contractId);
            enterUnitValue(contractId, position.averageCost().abs().multiply(rate));
        }
    }

    /** A currency in which something is held whose value is not known because its exchange rate is not; null when there is none. */
    public synchronized @Nullable String currencyWithoutRate() {
        for (Map.Entry<ContractId, String> each : unvalued.entrySet()) {
            if (firm.line(each.getKey()).largest().signum() != 0) {
                return each.getValue();
            }
        }
        return null;
    }

    private void onHolding(Place place) {
        Holding changed = holdings.getOrDefault(place, new Holding());
        Ledger account = account(place.account());
        Line line = valued(account.line(place.contractId()), place.contractId());
        account.put(place.contractId(), line.holding(changed.low(), changed.high()));
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        for (Ledger each : accounts.values()) {
            low = low.add(each.line(place.contractId()).low());
            high = high.add(each.line(place.contractId()).high());
        }
        Line all = valued(firm.line(place.contractId()), place.contractId());
        firm.put(place.contractId(), all.holding(low, high));
    }

    /** What one share or contract is worth now, in the currency of the limits. */
    public synchronized void onUnitValue(ContractId contractId, BigDecimal unitValue) {
        valuedByCost.remove(contractId);
        unvalued.remove(contractId);
        enterUnitValue(contractId, unitValue);
    }

    private void enterUnitValue(ContractId contractId, BigDecimal unitValue) {
        unitValues.put(contractId, unitValue);
        firm.value(contractId, unitValue);
        accounts.values().forEach(ledger -> ledger.value(contractId, unitValue));
        strategies.values().forEach(ledger -> ledger.value(contractId, unitValue));
    }

    private Line valued(Line line, ContractId contractId) {
        return line.valued(unitValues.getOrDefault(contractId, line.unitValue()));
    }

    /** False until the broker answered with all positions on this connection. */
    public synchronized boolean arePositionsKnown() {
        return positionsKnown;
    }

    /** One contract over all accounts. */
    public synchronized Line firmLine(ContractId contractId) {
        return firm.line(contractId);
    }

    /** One contract in one account. */
    public synchronized Line accountLine(String account, ContractId contractId) {
        return account(account).line(contractId);
    }

    /** One contract as a strategy's fills and orders made it. */
    public synchronized Line strategyLine(String strategy, ContractId contractId) {
        return strategy(strategy).line(contractId);
    }

    /** The firm's sums, before and after an order. */
    public synchronized Change firm(List<Effect> effects) {
        return change(firm, effects);
    }

    /** The sums of some strategies together, before and after an order of one of them. */
    public synchronized Change strategies(Collection<String> names, List<Effect> effects) {
        Change sum = new Change(Sums.ZERO, Sums.ZERO);
        for (String name : names) {
            Ledger ledger = strategy(name);
            boolean isIts = effects.stream().anyMatch(effect -> name.equals(effect.strategy()));
            Change own = isIts ? change(ledger, effects) : new Change(ledger.sums());
            sum = sum.plus(own);
        }
        return sum;
    }

    /** The contracts of the effects are different ones. */
    private Change change(Ledger ledger, List<Effect> effects) {
        Sums before = ledger.sums();
        Sums after = before;
        for (Effect effect : effects) {
            Line line = valued(ledger.line(effect.contractId()), effect.contractId());
            after = ledger.sumsWith(after, effect.contractId(), line.working(effect.side(), effect.more()));
        }
        return new Change(before, after);
    }

    /** The first of our working orders in a contract that is so; null when none is. Nothing is copied: thousands may work. */
    public synchronized @Nullable Working firstWorking(ContractId contractId, Predicate<Working> isSo) {
        for (Working order : working.getOrDefault(contractId, Map.of()).values()) {
            if (isSo.test(order)) {
                return order;
            }
        }
        return null;
    }

    /** How many of our working orders in a contract are on a side of an account. */
    public synchronized int countWorking(ContractId contractId, String account, Side side) {
        int count = 0;
        for (Working order : working.getOrDefault(contractId, Map.of()).values()) {
            if (order.side() == side && order.account().equals(account)) {
                count++;
            }
        }
        return count;
    }

    /** One of our working orders; null when it does not work. */
    public synchronized @Nullable Working working(ContractId contractId, ClientOrderId id) {
        Map<ClientOrderId, Working> its = working.get(contractId);
        return its == null ? null : its.get(id);
    }

    /** Value of everything that works in an account, orders that exclude each other once. */
    public synchronized BigDecimal workingValue(String account) {
        return account(account).working();
    }

    private Map<ClientOrderId, Working> works(ContractId contractId) {
        return working.computeIfAbsent(contractId, any -> new LinkedHashMap<>());
    }

    private Ledger account(String name) {
        return accounts.computeIfAbsent(name, any -> new Ledger());
    }

    private Ledger strategy(String name) {
        return strategies.computeIfAbsent(name, any -> new Ledger());
    }
}
