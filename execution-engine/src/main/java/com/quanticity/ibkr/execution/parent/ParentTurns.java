package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.algo.Admission;
import com.quanticity.ibkr.execution.algo.schedule.Conditions;
import com.quanticity.ibkr.execution.algo.schedule.Window;
import com.quanticity.ibkr.execution.market.AdapterLine;
import com.quanticity.ibkr.execution.market.MarketView;
import com.quanticity.ibkr.execution.market.MarketView.Level1;
import com.quanticity.ibkr.execution.market.Volumes;
import com.quanticity.ibkr.execution.route.Depth;
import com.quanticity.ibkr.execution.route.Route;
import com.quanticity.ibkr.execution.trading.TradingStateView;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.parent.PlanKind;
import com.quanticity.ibkr.model.parent.Pricing;
import com.quanticity.ibkr.model.stream.Ulid;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes one turn of a parent: looks at the market, decides with the parent locked, and stores what it decided in the same transaction. So
 * no two decisions about a parent are made at once, and a decision is either stored with its children or was never made. Belongs to the
 * runner's thread.
 */
final class ParentTurns {

    private static final Logger LOG = LoggerFactory.getLogger(ParentTurns.class);

    private final Parents parents;
    private final Children children;
    private final ParentBook book;
    private final Look look;
    private final ChildPricer pricer;
    private final ParentProperties rules;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Ulid ids;

    ParentTurns(
            Parents parents,
            Children children,
            ParentBook book,
            Look look,
            ChildPricer pricer,
            ParentProperties rules,
            TransactionOperations transactions,
            Clock clock,
            MeterRegistry meters) {
        this.parents = parents;
        this.children = children;
        this.book = book;
        this.look = look;
        this.pricer = pricer;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
        this.meters = meters;
        this.ids = new Ulid(clock);
    }

    /** Where a turn looks before it decides. */
    record Look(TradingStateView trading, MarketView market, Volumes volumes, AdapterLine adapter) {

        Level1 level1(String symbol) {
            return market.of(symbol);
        }

        Turn.Sight sight(Parent parent, Level1 level1, Instant now) {
            Window window = new Window(
                    parent.terms().plan().start(), parent.terms().plan().end());
            boolean followsVolume = parent.terms().plan().kind() == PlanKind.POV && !now.isBefore(window.start());
            BigDecimal volume = followsVolume
                    ? volumes.of(parent.parentOrderId(), parent.terms().symbol(), window)
                    : null;
            return new Turn.Sight(new Conditions(trading.now(now), level1.state()), volume);
        }
    }

    /** What a turn saw, for its transaction. */
    private record Seen(
            Level1 level1, Turn.Sight sight, @Nullable Depth depth, Instant now) {}

    /** When it is to be taken again without news; empty when the parent has ended. */
    Optional<Instant> take(String parentOrderId) {
        Parent parent = parents.find(parentOrderId).orElse(null);
        if (parent == null || parent.terms().bracket() != null) {
            return Optional.empty(); // an order placed one by one, or a bracket, which has a runner of its own
        }
        if (parent.state().isTerminal()) {
            transactions.executeWithoutResult(
                    _ -> parents.lock(parentOrderId).ifPresent(locked -> book.save(locked, locked)));
            look.volumes.forget(parentOrderId);
            return Optional.empty();
        }
        Seen seen = look(parent);
        return Optional.ofNullable(transactions.execute(_ ->
                parents.lock(parentOrderId).flatMap(locked -> act(locked, seen)).orElse(null)));
    }

    private Seen look(Parent parent) {
        Instant now = clock.instant();
        Level1 level1 = look.level1(parent.terms().symbol());
        Turn.Sight sight = look.sight(parent, level1, now);
        return new Seen(
                level1,
                sight,
                wantsBook(parent, sight, now)
                        ? look.adapter.depth(parent.terms().symbol())
                        : null,
                now);
    }

    /** The book costs a call, so it is asked for only when a child would go out now. */
    private boolean wantsBook(Parent parent, Turn.Sight sight, Instant now) {
        return parent.terms().children().pricing() == Pricing.CROSS
                && Turn.decide(parent, children.of(parent.parentOrderId()), sight, rules, now)
                                .send()
                        != null;
    }

    private Optional<Instant> act(Parent locked, Seen seen) {
        Turn.Outcome outcome = Turn.decide(locked, children.of(locked.parentOrderId()), seen.sight, rules, seen.now);
        outcome.cancels().forEach(children::cancel);
        BigDecimal quantity = outcome.send();
        Parent changed = quantity == null ? outcome.parent() : send(outcome.parent(), quantity, seen);
        Parent after = book.save(locked, changed);
        return after.state().isTerminal() ? Optional.empty() : Optional.of(outcome.next());
    }

    private Parent send(Parent parent, BigDecimal quantity, Seen seen) {
        return switch (pricer.price(parent.terms(), quantity, seen.level1, seen.depth, seen.now)) {
            case ChildPricer.Priced.At at -> admitted(parent, quantity, at);
            case ChildPricer.Priced.Not(Route.Reason reason, String why) -> {
                meters.counter(ExecutionMeter.CHILDREN_HELD.meterName(), "reason", reason.name())
                        .increment();
                yield parent.remarking("waiting: " + why);
            }
        };
    }

    private Parent admitted(Parent parent, BigDecimal quantity, ChildPricer.Priced.At at) {
        ClientOrderId id = ClientOrderId.of(ids.next());
        return switch (Turn.graph(parent, children.of(parent.parentOrderId())).admit(id, quantity)) {
            case Admission.Admitted _ -> {
                children.place(parent.parentOrderId(), order(parent.terms(), id, quantity, at), "SLICE");
                meters.counter(
                                ExecutionMeter.CHILDREN_SENT.meterName(),
                                "plan",
                                parent.terms().plan().kind().name())
                        .increment();
                yield parent;
            }
            case Admission.Refused(Admission.Reason reason, String detail) -> {
                LOG.error("child not admitted parentOrderId={} reason={}: {}", parent.parentOrderId(), reason, detail);
                yield parent.remarking("waiting: " + detail);
            }
        };
    }

    /** An exchange other than SMART is named with the symbol, as every text form of a contract does. */
    private static Order order(ParentTerms terms, ClientOrderId id, BigDecimal quantity, ChildPricer.Priced.At at) {
        String symbol = at.exchange().equals(Route.SMART) ? terms.symbol() : terms.symbol() + "@" + at.exchange();
        return Order.of(id, symbol, terms.side(), quantity, OrderTerms.of(at.limitPrice()), terms.strategy())
                .withAccount(terms.account())
                .decidedBy(terms.algorithm(), terms.person());
    }
}
