package com.quanticity.ibkr.risk.dropcopy;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent.ExecutionSeen;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.execution.CommissionReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody's orders by perm id and the executions and commissions heard of; each call returns what is news. Unknown is not empty: the
 * open orders count as known only from a complete answer on, until the session is lost. Open orders are all kept however many there are;
 * of what is over, the eldest is forgotten. Thread-safe.
 */
final class DropCopyBook {

    private static final Logger LOG = LoggerFactory.getLogger(DropCopyBook.class);

    private static final int REMEMBERED = 50_000;

    /**
     * The drop copy at one moment.
     *
     * @param open open orders as known last
     * @param asOf when the answer was asked for that they were last read completely from, null while they are not known
     */
    record View(List<DropCopyOrder> open, @Nullable Instant asOf) {}

    private final int remembered;
    private final Map<Long, DropCopyOrder> open = new LinkedHashMap<>();
    private final Map<Long, DropCopyOrder> closed;
    private final Map<String, ExecutionSeen> executions;
    private final Map<String, CommissionReport> commissions;
    private @Nullable Instant asOf;
    private boolean crowded;

    DropCopyBook() {
        this(REMEMBERED);
    }

    /** @param remembered how many closed orders, executions and commissions are remembered, and how many open orders are many */
    DropCopyBook(int remembered) {
        this.remembered = remembered;
        this.closed = remembering(remembered);
        this.executions = remembering(remembered);
        this.commissions = remembering(remembered);
    }

    synchronized View view() {
        return new View(List.copyOf(open.values()), asOf);
    }

    synchronized int openOrders() {
        return open.size();
    }

    /** True while there are so many open orders that each complete answer and each showing of them takes long. */
    synchronized boolean isCrowded() {
        return crowded;
    }

    /**
     * Takes one event of the session.
     *
     * @throws IllegalArgumentException when it cannot be read without guessing
     */
    synchronized List<DropCopyEvent> onEvent(GatewayEvent event, Instant at) {
        return event instanceof TradingEvent trading ? onTrading(trading, at) : List.of();
    }

    /**
     * A complete answer of open orders came: an order that was open before it was asked for and is not in it, is not open.
     *
     * @param answer the answer's events, which went through {@link #onEvent} before
     */
    synchronized List<DropCopyEvent> onAllOpenOrders(Collection<GatewayEvent> answer, Instant askedAt, Instant at) {
        Set<Long> listed = new HashSet<>();
        for (GatewayEvent event : answer) {
            if (event instanceof TradingEvent.OpenOrder open && permId(open) instanceof Long permId) {
                listed.add(permId);
            } else if (event instanceof TradingEvent.OrderStatus status && status.permId() instanceof Long permId) {
                listed.add(permId);
            }
        }
        List<DropCopyEvent> news = new ArrayList<>();
        for (DropCopyOrder order : List.copyOf(open.values())) {
            if (!listed.contains(order.permId()) && order.at().isBefore(askedAt)) {
                news.addAll(keep(DropCopyMapper.gone(order, at)));
            }
        }
        asOf = askedAt;
        return news;
    }

    /** The session is lost: nothing is known any more, and nothing is closed by that; false when it was not known before either. */
    synchronized boolean onLost() {
        boolean wasKnown = asOf != null;
        asOf = null;
        return wasKnown;
    }

    private List<DropCopyEvent> onTrading(TradingEvent event, Instant at) {
        return switch (event) {
            case TradingEvent.OpenOrder open -> onOpenOrder(open, at);
            case TradingEvent.OrderStatus status -> onStatus(status, at);
            case TradingEvent.CompletedOrder completed -> onCompleted(completed, at);
            case TradingEvent.ExecDetails details -> onExecution(DropCopyMapper.execution(details, at));
            case TradingEvent.CommissionReport report -> onCommission(DropCopyMapper.commission(report), at);
            case TradingEvent.OpenOrderEnd _,
                    TradingEvent.CompletedOrdersEnd _,
                    TradingEvent.ExecDetailsEnd _,
                    TradingEvent.OrderBound _,
                    TradingEvent.DeltaNeutralValidation _ -> List.of();
        };
    }

    private List<DropCopyEvent> onOpenOrder(TradingEvent.OpenOrder open, Instant at) {
        Long permId = permId(open);
        if (permId == null || open.order().whatIf()) {
            return List.of();
        }
        DropCopyOrder told = DropCopyMapper.open(open, permId, at);
        DropCopyOrder known = known(permId);
        return keep(known == null ? told : DropCopyMapper.filledAs(told, known));
    }

    private List<DropCopyEvent> onStatus(TradingEvent.OrderStatus status, Instant at) {
        DropCopyOrder known = status.permId() == null ? null : known(status.permId());
        return known == null ? List.of() : keep(DropCopyMapper.after(known, status, at));
    }

    /** Completed orders carry no order id, so what is known of the order stays. */
    private List<DropCopyEvent> onCompleted(TradingEvent.CompletedOrder completed, Instant at) {
        Long permId = completed.order().identity().permId();
        if (permId == null) {
            return List.of();
        }
        DropCopyOrder known = known(permId);
        if (known == null) {
            return keep(DropCopyMapper.completed(completed, permId, at));
        }
        return known.open() ? keep(DropCopyMapper.gone(known, at)) : List.of();
    }

    private List<DropCopyEvent> onExecution(ExecutionSeen seen) {
        ExecutionSeen before = executions.put(seen.execution().execId(), seen);
        boolean repeated = before != null && before.execution().equals(seen.execution());
        return repeated ? List.of() : List.of(seen);
    }

    private List<DropCopyEvent> onCommission(CommissionReport report, Instant at) {
        boolean repeated = report.equals(commissions.put(report.execId(), report));
        return repeated ? List.of() : List.of(new DropCopyEvent.CommissionSeen(report, at));
    }

    private @Nullable DropCopyOrder known(long permId) {
        DropCopyOrder isOpen = open.get(permId);
        return isOpen == null ? closed.get(permId) : isOpen;
    }

    private List<DropCopyEvent> keep(DropCopyOrder order) {
        DropCopyOrder before = known(order.permId());
        if (order.open()) {
            closed.remove(order.permId());
            open.put(order.permId(), order);
        } else {
            open.remove(order.permId());
            closed.put(order.permId(), order);
        }
        noticeCrowd();
        return before != null && before.equals(DropCopyMapper.at(order, before.at()))
                ? List.of()
                : List.of(new DropCopyEvent.OrderSeen(order));
    }

    private void noticeCrowd() {
        boolean now = open.size() > remembered;
        if (now && !crowded) {
            LOG.warn(
                    "drop copy crowded openOrders={} expectedAtMost={}; all are kept, look who leaves so many orders open",
                    open.size(),
                    remembered);
        } else if (!now && crowded) {
            LOG.info("drop copy no longer crowded openOrders={}", open.size());
        }
        crowded = now;
    }

    private static @Nullable Long permId(TradingEvent.OpenOrder open) {
        return open.order().identity().permId();
    }

    private static <K, T> Map<K, T> remembering(int most) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, T> eldest) {
                return size() > most;
            }
        };
    }
}
