package com.quanticity.ibkr.execution.rebalance;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.ledger.ChildOrders;
import com.quanticity.ibkr.execution.market.MarketView;
import com.quanticity.ibkr.execution.parent.InvalidWishException;
import com.quanticity.ibkr.execution.parent.Parent;
import com.quanticity.ibkr.execution.parent.ParentDesk;
import com.quanticity.ibkr.execution.parent.ParentDesk.Submission;
import com.quanticity.ibkr.execution.parent.Parents;
import com.quanticity.ibkr.execution.parent.Wishes;
import com.quanticity.ibkr.execution.position.Positions;
import com.quanticity.ibkr.execution.rebalance.RebalanceRun.State;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.parent.ParentState;
import com.quanticity.ibkr.model.parent.ParentWish;
import com.quanticity.ibkr.model.parent.PlanKind;
import com.quanticity.ibkr.model.stream.Ulid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans and runs rebalancings. A phase begins when every order of the one before has filled, and is planned anew from what was filled; a
 * phase that ends short ends the run, so that nothing is bought with money that did not come in. Each order's key is its run, phase and
 * symbol, so a run that is taken up again after a crash places nothing twice. Thread-safe.
 */
final class RebalanceDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RebalanceDesk.class);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int USUAL_MINUTES = 10;

    private final RebalanceRuns runs;
    private final Positions positions;
    private final ChildOrders orders;
    private final MarketView market;
    private final Parents parents;
    private final ParentDesk desk;
    private final Wishes wishes;
    private final Clock clock;
    private final Ulid ids;

    RebalanceDesk(
            RebalanceRuns runs,
            Positions positions,
            ChildOrders orders,
            MarketView market,
            Parents parents,
            ParentDesk desk,
            Wishes wishes,
            Clock clock) {
        this.runs = runs;
        this.positions = positions;
        this.orders = orders;
        this.market = market;
        this.parents = parents;
        this.desk = desk;
        this.wishes = wishes;
        this.clock = clock;
        this.ids = new Ulid(clock);
    }

    /** What a run would do now; nothing is stored or sent. */
    Plan preview(RebalanceRequest request) {
        List<String> busy = busy(request);
        return busy.isEmpty() ? plan(request, request.cash()) : new Plan.Refused(busy);
    }

    /** Stores a run, unless its plan is refused; its orders go out with {@link #advance}. Empty when the key belongs to another request. */
    Optional<RebalanceRun> start(IdempotencyKey key, RebalanceRequest request) {
        Instant now = clock.instant();
        RebalanceRun run = new RebalanceRun(ids.next(), request, Plan.Phase.REDUCE, State.RUNNING, "", now, now);
        if (runs.insert(run, key)) {
            LOG.info("rebalancing started runId={} person={}", run.runId(), request.person());
            return Optional.of(run);
        }
        return runs.byKey(key).filter(known -> known.request().equals(request));
    }

    /** Takes every run a step on. */
    void advance() {
        runs.running().forEach(this::advance);
    }

    private void advance(RebalanceRun run) {
        List<Parent> own = parents.ofOrigin(run.origin());
        if (own.stream().anyMatch(parent -> !parent.state().isTerminal())) {
            return;
        }
        if (own.stream().anyMatch(parent -> parent.state() != ParentState.FILLED)) {
            end(run, "an order of the phase " + run.phase() + " ended before it was filled; look at it and run again");
            return;
        }
        switch (plan(run.request(), cash(run, own))) {
            case Plan.Refused(List<String> problems) -> end(run, String.join("; ", problems));
            case Plan.Orders(List<Plan.Planned> planned, BigDecimal _) -> next(run, own, planned);
        }
    }

    private void next(RebalanceRun run, List<Parent> own, List<Plan.Planned> planned) {
        boolean reducing = run.phase() == Plan.Phase.REDUCE;
        List<Plan.Planned> reduce = ofPhase(planned, Plan.Phase.REDUCE);
        if (reducing && own.isEmpty() && !reduce.isEmpty()) {
            place(run, Plan.Phase.REDUCE, reduce);
            return;
        }
        List<Plan.Planned> open = ofPhase(planned, Plan.Phase.OPEN);
        if (reducing && !open.isEmpty()) {
            place(run, Plan.Phase.OPEN, open);
        } else {
            runs.update(run.runId(), run.phase(), State.DONE, "", clock.instant());
            LOG.info("rebalancing done runId={} orders={}", run.runId(), own.size());
        }
    }

    /** The phase is stored last: cut off in between, the same orders are placed again under the same keys, which changes nothing. */
    private void place(RebalanceRun run, Plan.Phase phase, List<Plan.Planned> planned) {
        for (Plan.Planned order : planned) {
            String problem = place(run, phase, order);
            if (problem != null) {
                end(run, order.symbol() + ": " + problem);
                return;
            }
        }
        runs.update(run.runId(), phase, State.RUNNING, "", clock.instant());
    }

    private @Nullable String place(RebalanceRun run, Plan.Phase phase, Plan.Planned order) {
        try {
            ParentWish wish = wish(run.request(), order);
            IdempotencyKey key =
                    IdempotencyKey.of("rb:" + run.runId() + ":" + phase.name().charAt(0) + ":" + order.symbol());
            String fingerprint = run.origin() + phase + order.symbol();
            return switch (desk.submit(key, fingerprint, wishes.terms(wish, run.origin()))) {
                case Submission.Stored _, Submission.Repeated _ -> null;
                case Submission.KeyTaken(String parentOrderId) -> "its key belongs to " + parentOrderId;
                case Submission.Refused(var refusal) -> refusal.detail();
            };
        } catch (InvalidWishException e) {
            return e.detail();
        }
    }

    private ParentWish wish(RebalanceRequest request, Plan.Planned order) {
        Integer minutes = request.minutes();
        Instant end = clock.instant().plus(Duration.ofMinutes(minutes == null ? USUAL_MINUTES : minutes));
        PlanKind kind = request.kind() == PlanKind.TWAP ? PlanKind.TWAP : PlanKind.AT_ONCE;
        return new ParentWish(
                request.account(),
                order.symbol(),
                order.side(),
                order.quantity(),
                request.strategy(),
                "rebalance",
                request.person(),
                new ParentWish.Plan(kind, null, end, null, null, null, null, null),
                request.price(),
                new ParentWish.Lot(lot(request, order.symbol()), null, null));
    }

    private Plan plan(RebalanceRequest request, BigDecimal cash) {
        try {
            BigDecimal reserve = request.reserve() == null ? BigDecimal.ZERO : request.reserve();
            return new Rebalancing(holdings(request), cash, reserve)
                    .plan(request.targets().stream()
                            .map(RebalanceRequest.Wanted::target)
                            .toList());
        } catch (IllegalArgumentException e) {
            return new Plan.Refused(List.of(String.valueOf(e.getMessage())));
        }
    }

    private List<Holding> holdings(RebalanceRequest request) {
        List<Holding> holdings = new ArrayList<>();
        for (LedgerPosition held : positions.list(request.account().isEmpty() ? null : request.account(), null)) {
            if (held.quantity().signum() != 0 && !isOtherContract(held)) {
                holdings.add(holding(request, held.symbol(), held.quantity()));
            }
        }
        Set<String> symbols = holdings.stream().map(Holding::symbol).collect(Collectors.toSet());
        for (RebalanceRequest.Wanted wanted : request.targets()) {
            requireStock(wanted.symbol());
            if (symbols.add(wanted.symbol())) {
                holdings.add(holding(request, wanted.symbol(), BigDecimal.ZERO));
            }
        }
        return holdings;
    }

    /** The broker gives an option the symbol of its underlying: the quote of that symbol says which contract it is. */
    private boolean isOtherContract(LedgerPosition held) {
        Quote quote = market.of(held.symbol()).quote();
        return quote != null && !quote.contractId().equals(held.contractId());
    }

    private static void requireStock(String symbol) {
        if (!(ContractSpec.parse(symbol) instanceof ContractSpec.Stock stock)
                || !stock.symbol().equals(symbol)) {
            throw new IllegalArgumentException(
                    symbol + " is no stock named by its symbol alone, as SPY; no other is rebalanced");
        }
    }

    private Holding holding(RebalanceRequest request, String symbol, BigDecimal quantity) {
        return new Holding(symbol, quantity, price(symbol), lot(request, symbol));
    }

    private static BigDecimal lot(RebalanceRequest request, String symbol) {
        for (RebalanceRequest.Wanted wanted : request.targets()) {
            BigDecimal lot = wanted.lot();
            if (wanted.symbol().equals(symbol) && lot != null) {
                return lot;
            }
        }
        return BigDecimal.ONE;
    }

    private @Nullable BigDecimal price(String symbol) {
        MarketView.Level1 level1 = market.of(symbol);
        Quote quote = level1.quote();
        BigDecimal bid = quote == null ? null : quote.bid();
        BigDecimal ask = quote == null ? null : quote.ask();
        return level1.state() != MarketStatus.State.LIVE || bid == null || ask == null
                ? null
                : bid.add(ask).divide(TWO);
    }

    /** The cash at the beginning with what this run's orders brought in and cost; commissions come out of the reserve. */
    private static BigDecimal cash(RebalanceRun run, List<Parent> own) {
        BigDecimal cash = run.request().cash();
        for (Parent parent : own) {
            BigDecimal price = parent.averagePrice();
            if (price != null) {
                cash = cash.subtract(parent.filled()
                        .multiply(price)
                        .multiply(BigDecimal.valueOf(parent.terms().side().sign())));
            }
        }
        return cash;
    }

    /** Orders at work would be counted neither as held nor as wanted. */
    private List<String> busy(RebalanceRequest request) {
        List<String> busy = new ArrayList<>();
        for (RebalanceRequest.Wanted wanted : request.targets()) {
            if (orders.hasOpen(wanted.symbol())) {
                busy.add(wanted.symbol() + " has orders at work; cancel them or wait for their end");
            }
        }
        return busy;
    }

    private void end(RebalanceRun run, String remark) {
        runs.update(run.runId(), run.phase(), State.ENDED, remark, clock.instant());
        LOG.warn("rebalancing ended runId={} phase={} remark={}", run.runId(), run.phase(), remark);
    }

    private static List<Plan.Planned> ofPhase(List<Plan.Planned> planned, Plan.Phase phase) {
        return planned.stream().filter(order -> order.phase() == phase).toList();
    }
}
