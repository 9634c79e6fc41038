package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.contract.Combination;
import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.GateDecision.Passed;
import com.quanticity.ibkr.adapter.gate.check.ActiveOrders;
import com.quanticity.ibkr.adapter.gate.check.BuyingPower;
import com.quanticity.ibkr.adapter.gate.check.Duplicates;
import com.quanticity.ibkr.adapter.gate.check.ExposureLimits;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.adapter.gate.check.OnlyReducing;
import com.quanticity.ibkr.adapter.gate.check.OrderSize;
import com.quanticity.ibkr.adapter.gate.check.OrderTraffic;
import com.quanticity.ibkr.adapter.gate.check.Permitted;
import com.quanticity.ibkr.adapter.gate.check.PositionLimits;
import com.quanticity.ibkr.adapter.gate.check.PriceCollar;
import com.quanticity.ibkr.adapter.gate.check.SelfTrade;
import com.quanticity.ibkr.adapter.gate.check.ShortSale;
import com.quanticity.ibkr.adapter.gate.check.StrategyEnabled;
import com.quanticity.ibkr.adapter.gate.check.ready.AccountKnown;
import com.quanticity.ibkr.adapter.gate.check.ready.CommandFresh;
import com.quanticity.ibkr.adapter.gate.check.ready.ContractKnown;
import com.quanticity.ibkr.adapter.gate.check.ready.ContractTradable;
import com.quanticity.ibkr.adapter.gate.check.ready.InstrumentUnlocked;
import com.quanticity.ibkr.adapter.gate.check.ready.LimitsFresh;
import com.quanticity.ibkr.adapter.gate.check.ready.OrdersRecovered;
import com.quanticity.ibkr.adapter.gate.check.ready.PriceLive;
import com.quanticity.ibkr.adapter.gate.check.ready.PriceOnIncrement;
import com.quanticity.ibkr.adapter.gate.check.ready.RateKnown;
import com.quanticity.ibkr.adapter.gate.check.ready.SessionReady;
import com.quanticity.ibkr.adapter.gate.check.ready.TradingStateActive;
import com.quanticity.ibkr.adapter.gate.exposure.Legs;
import com.quanticity.ibkr.adapter.gate.exposure.OrderFigures;
import com.quanticity.ibkr.adapter.gate.exposure.Working;
import com.quanticity.ibkr.adapter.gate.limit.RuleBook;
import com.quanticity.ibkr.adapter.gate.price.Reference;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last check of an order before the wire. What is not known denies: no fresh trading state, no fresh limits, no READY session, no
 * complete recovery, no resolved contract, no live price, no certain account, no known position. Cancels do not come here. Asked twice for each order: before
 * it is journaled and again right before it is sent, because a halt or another order may fall in between; the second time with the
 * order book's monitor held, so that no other order is counted in between. Thread-safe.
 */
public final class OrderGate {

    private final GateParts parts;
    private final boolean takes;
    private final List<GateCheck> ofTheSituation;
    private final List<GateCheck> ofALeg;
    private final List<GateCheck> ofTheOrder;

    public OrderGate(GateParts parts) {
        this(parts, true);
    }

    /** @param takes whether what passes takes an override that it needs, and what breaks a rule disables its strategy */
    private OrderGate(GateParts parts, boolean takes) {
        this.parts = parts;
        this.takes = takes;
        this.ofTheSituation = List.of(
                new TradingStateActive(parts.tradingState()),
                new CommandFresh(parts.commandMaxAge()),
                new OrdersRecovered(parts.recovery(), parts.session()),
                new SessionReady(parts.session(), parts.planned()));
        this.ofALeg = List.of(
                new ContractTradable(parts.contracts()),
                new PriceLive(parts.market()),
                new AccountKnown(parts.accounts()),
                new InstrumentUnlocked(parts.instrumentLocks()),
                new RateKnown(parts.exposures(), parts.valuation().rates()),
                new LimitsFresh(),
                new Permitted(),
                new OnlyReducing(parts.tradingState(), parts.exposures()),
                new OrderSize(),
                new PositionLimits(parts.exposures()),
                new ShortSale(parts.exposures(), parts.market()),
                new ActiveOrders(parts.exposures()),
                new SelfTrade(parts.exposures()));
        this.ofTheOrder = List.of(
                new ContractKnown(),
                new ContractTradable(parts.contracts()),
                new PriceOnIncrement(parts.contracts()),
                new PriceLive(parts.market()),
                new AccountKnown(parts.accounts()),
                new RateKnown(parts.exposures(), parts.valuation().rates()),
                new InstrumentUnlocked(parts.instrumentLocks()),
                new LimitsFresh(),
                new Permitted(),
                new OnlyReducing(parts.tradingState(), parts.exposures()),
                new StrategyEnabled(parts.activity(), parts.locks(), parts.exposures(), takes),
                new OrderSize(),
                new PriceCollar(parts.ranges()),
                new PositionLimits(parts.exposures()),
                new ExposureLimits(parts.exposures()),
                new BuyingPower(parts.exposures(), parts.buyingPower()),
                new ShortSale(parts.exposures(), parts.market()),
                new ActiveOrders(parts.exposures()),
                new OrderTraffic(parts.activity()),
                new Duplicates(parts.activity()),
                new SelfTrade(parts.exposures()));
    }

    /** The same gate for questions that lead to no order: they take no override and disable no strategy. */
    public OrderGate forPreviews() {
        return new OrderGate(parts, false);
    }

    /**
     * Checks a new order as things stand now.
     *
     * @param by who asked: a user or a service
     * @param commandedAt when the command was published
     */
    public GateDecision decide(Order order, String by, Instant commandedAt) {
        return decide(order, null, by, commandedAt, false);
    }

    /**
     * Checks a new order of a group. What only closes what its parent opens adds nothing to positions.
     *
     * @param parent the order of the group whose fill wakes this one, null when it has none
     * @param by who asked: a user or a service
     * @param commandedAt when the command was published
     */
    public GateDecision decideInGroup(Order order, @Nullable Order parent, String by, Instant commandedAt) {
        return decide(order, parent, by, commandedAt, false);
    }

    /**
     * Checks a change of a working order as things stand now. What the change adds to what works now is held against every limit; the
     * contract, the side and the account of an order cannot change.
     *
     * @param changed the order as it is to be, its whole quantity what has filled included
     * @param by who asked: a user or a service
     * @param commandedAt when the command was published
     */
    public GateDecision decideChange(Order changed, String by, Instant commandedAt) {
        return decide(changed, null, by, commandedAt, true);
    }

    /**
     * Counts an order of a group that passed and is about to be sent, so that the next of the group is held beside it. The order book's
     * news of the order take its place.
     */
    public void expect(Order order, Passed passed) {
        tell(order, passed, JournalState.JOURNALED);
    }

    /** Takes {@link #expect} back: the order will not be sent. */
    public void expectNot(Order order, Passed passed) {
        tell(order, passed, JournalState.DENIED);
    }

    private void tell(Order order, Passed passed, JournalState state) {
        Instant now = parts.clock().instant();
        parts.exposures()
                .onOrder(new WatchedOrder(
                        order,
                        passed.account(),
                        passed.contract().id(),
                        passed.legsById(),
                        state,
                        BigDecimal.ZERO,
                        "",
                        now,
                        0,
                        false,
                        now));
    }

    private GateDecision decide(Order order, @Nullable Order parent, String by, Instant commandedAt, boolean isChange) {
        Inquiry situation = new Inquiry(
                order,
                null,
                parent,
                OrderFigures.user(order, by),
                commandedAt,
                parts.clock().instant(),
                null,
                "",
                null,
                null,
                Reference.NONE,
                null,
                BigDecimal.ZERO,
                List.of());
        Denied denied = ask(ofTheSituation, situation);
        if (denied != null) {
            return denied;
        }
        Combination combination = combination(order);
        Inquiry inquiry = combination == null
                ? inquire(situation, parts.contracts().find(order.symbol()).orElse(null), isChange)
                : inquire(situation, combination, isChange);
        denied = askLegs(inquiry);
        if (denied == null) {
            denied = ask(ofTheOrder, inquiry);
        }
        List<Combination.Leg> legs = combination == null ? List.of() : combination.legs();
        return denied != null ? denied : new Passed(inquiry.contract(), legs, inquiry.account());
    }

    private @Nullable Combination combination(Order order) {
        return ContractSpec.isCombination(order.symbol())
                ? parts.contracts().combination(order.symbol()).orElse(null)
                : null;
    }

    private @Nullable Denied askLegs(Inquiry inquiry) {
        for (Inquiry leg : inquiry.legs()) {
            Denied denied = ask(ofALeg, leg);
            if (denied != null) {
                String what = leg.side() + " " + leg.instrument();
                return new Denied(
                        denied.reason(),
                        denied.field(),
                        "leg " + what + ": " + denied.message(),
                        denied.value(),
                        denied.limit());
            }
        }
        return null;
    }

    private @Nullable Denied ask(List<GateCheck> checks, Inquiry inquiry) {
        for (GateCheck check : checks) {
            Denied denied = check.check(inquiry);
            if (denied != null && !isLifted(denied, inquiry)) {
                return denied;
            }
        }
        return null;
    }

    private boolean isLifted(Denied denied, Inquiry inquiry) {
        RuleBook heard = inquiry.heard();
        if (heard == null || !denied.reason().isOverridable()) {
            return false;
        }
        return takes
                ? parts.overrides().lifts(heard.overrides(), denied.reason(), inquiry.order(), inquiry.now())
                : parts.overrides().wouldLift(heard.overrides(), denied.reason(), inquiry.order(), inquiry.now());
    }

    /** The combination as a whole: its price is the net of what its legs cost or bring, which nobody knows for units of different size. */
    private Inquiry inquire(Inquiry situation, Combination combination, boolean isChange) {
        List<Inquiry> legs = new ArrayList<>();
        for (Combination.Leg leg : combination.legs()) {
            legs.add(inquire(situation.of(Legs.of(situation.order(), leg.ratio())), leg.contract(), isChange));
        }
        boolean isOfOneSize = legs.stream()
                        .map(leg -> Objects.requireNonNullElse(leg.perUnitOfPrice(), BigDecimal.ZERO)
                                .stripTrailingZeros())
                        .distinct()
                        .count()
                == 1;
        Reference reference = isOfOneSize
                ? new Reference(net(combination, legs, Side.SELL), net(combination, legs, Side.BUY), null)
                : Reference.NONE;
        return inquire(situation, combination.contract(), isChange).ofLegs(legs, reference);
    }

    /** What one combination costs, or brings when it is sold; null when a leg has no price. */
    private static @Nullable BigDecimal net(Combination combination, List<Inquiry> legs, Side side) {
        BigDecimal net = BigDecimal.ZERO;
        for (int i = 0; i < legs.size(); i++) {
            int ratio = combination.legs().get(i).ratio();
            boolean isBought = (ratio > 0) == (side == Side.BUY);
            BigDecimal price = legs.get(i).reference().at(isBought ? Side.BUY : Side.SELL);
            if (price == null) {
                return null;
            }
            net = net.add(price.multiply(BigDecimal.valueOf(ratio)));
        }
        return net;
    }

    private Inquiry inquire(Inquiry situation, @Nullable Contract contract, boolean isChange) {
        Order order = situation.order();
        RuleBook heard = parts.limits().last();
        Reference reference = Reference.NONE;
        BigDecimal perUnitOfPrice = null;
        Working standing = null;
        String account = account(order);
        BigDecimal alternative = BigDecimal.ZERO;
        if (contract != null) {
            reference = Reference.of(parts.market().quote(contract.id()));
            perUnitOfPrice = parts.valuation().perUnitOfPrice(contract);
            value(contract, reference, perUnitOfPrice, order);
            alternative = parts.exposures().alternative(order, account, contract.id());
            standing = isChange ? parts.exposures().working(contract.id(), order.clientOrderId()) : null;
        }
        return new Inquiry(
                order,
                standing,
                situation.parent(),
                situation.user(),
                situation.commandedAt(),
                situation.now(),
                contract,
                account,
                heard,
                heard == null || contract == null
                        ? null
                        : heard.rules(order.strategy(), Inquiry.instrument(contract, order), situation.user()),
                reference,
                perUnitOfPrice,
                alternative,
                List.of());
    }

    /** Positions in the contract are valued where the market is for this order. */
    private void value(Contract contract, Reference reference, @Nullable BigDecimal perUnitOfPrice, Order order) {
        BigDecimal market = reference.at(order.side());
        if (market != null && perUnitOfPrice != null) {
            parts.exposures().onUnitValue(contract.id(), market.abs().multiply(perUnitOfPrice));
        }
    }

    private String account(Order order) {
        List<String> known = parts.accounts().get();
        return order.account().isEmpty() && known.size() == 1 ? known.getFirst() : order.account();
    }
}
