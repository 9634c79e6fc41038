package com.quanticity.ibkr.simulator.witness;

import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderListener;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.witness.WitnessReport.FillReport;
import com.quanticity.ibkr.simulator.witness.WitnessReport.OrderChange;
import com.quanticity.ibkr.simulator.witness.WitnessReport.OrderReport;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes down what happens to orders, whoever is told of it. Event loop only. */
final class OrderWitness implements OrderListener {

    /** Revisions of an execution differ in the digits after the last dot. Source: tws-wire orders.md, section 4. */
    private static final String FIRST_REVISION = ".01";

    private final InstantSource time;
    private final Consumer<Happening> happenings;
    private final Map<Long, Story> stories = new LinkedHashMap<>();
    private final Map<OrderKey, Story> latest = new LinkedHashMap<>();
    private final List<FillReport> fills = new ArrayList<>();

    OrderWitness(InstantSource time, Consumer<Happening> happenings) {
        this.time = time;
        this.happenings = happenings;
    }

    @Override
    public void onOrder(WorkingOrder order) {
        note(order);
    }

    @Override
    public void onStatus(WorkingOrder order) {
        note(order);
    }

    private void note(WorkingOrder order) {
        boolean isNew = !stories.containsKey(order.permId());
        Story story = stories.computeIfAbsent(order.permId(), _ -> new Story(order));
        OrderChange change = new OrderChange(
                time.instant(), order.status().wireText(), order.filled(), order.remaining(), null, null);
        if (!story.endsWith(change)) {
            boolean wasDone = story.isDone();
            story.changes.add(change);
            if (!wasDone && story.isDone()) {
                tell(story.isFilled() ? Happening.Kind.FILLED : Happening.Kind.CANCELLED, story.key, story.symbol);
            }
        }
        if (isNew) {
            latest.put(order.key(), story);
            tell(Happening.Kind.ORDER, story.key, story.symbol);
        }
    }

    private void tell(Happening.Kind kind, OrderKey order, @Nullable String symbol) {
        happenings.accept(new Happening(kind, order.clientId(), symbol, null));
    }

    /** The order that was accepted last, of a client if one is given. */
    @Nullable OrderKey newest(@Nullable Integer clientId) {
        return stories.values().stream()
                .map(story -> story.key)
                .filter(key -> clientId == null || key.clientId() == clientId)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    @Override
    public void onExecution(Execution execution) {
        boolean isRevision = !execution.execId().endsWith(FIRST_REVISION);
        if (isRevision) {
            fills.removeIf(fill -> root(fill.execId()).equals(root(execution.execId())));
        }
        if (execution.shares().signum() == 0) {
            return;
        }
        fills.add(new FillReport(
                execution.time(),
                execution.execId(),
                execution.order().wireClientId(),
                execution.order().wireOrderId(),
                execution.permId(),
                execution.contract().symbol(),
                execution.side().executionText(),
                execution.shares(),
                execution.price(),
                execution.commission()));
        if (!isRevision) {
            tellOfFill(execution);
        }
    }

    private static String root(String execId) {
        return execId.substring(0, Math.max(0, execId.lastIndexOf('.')));
    }

    private void tellOfFill(Execution execution) {
        String symbol = execution.contract().symbol();
        tell(Happening.Kind.FILL, execution.order(), symbol);
        Story story = stories.get(execution.permId());
        if (story != null && story.leavesSomething(execution.cumulativeShares())) {
            tell(Happening.Kind.PARTIAL_FILL, execution.order(), symbol);
        }
    }

    @Override
    public void onCommission(Execution execution) {
        // the fill has it
    }

    @Override
    public void onMessage(OrderKey order, int code, String text, String advancedJson) {
        tell(Happening.Kind.ORDER_MESSAGE, order, null);
        Story story = latest.get(order);
        if (story != null) {
            OrderChange last = story.changes.getLast();
            story.changes.add(
                    new OrderChange(time.instant(), last.status(), last.filled(), last.remaining(), code, text));
        }
    }

    @Nullable String newestExecution() {
        return fills.isEmpty() ? null : fills.getLast().execId();
    }

    List<OrderReport> orders() {
        return stories.values().stream().map(Story::report).toList();
    }

    List<FillReport> fills() {
        return List.copyOf(fills);
    }

    private static final class Story {

        private final OrderKey key;
        private final long permId;
        private final String orderRef;
        private final String symbol;
        private final String side;
        private final List<OrderChange> changes = new ArrayList<>();

        Story(WorkingOrder order) {
            this.key = order.key();
            this.permId = order.permId();
            this.orderRef = order.fields().text("order.orderRef");
            this.symbol = order.contract().symbol();
            this.side = order.terms().side().name();
        }

        boolean endsWith(OrderChange change) {
            @Nullable OrderChange last = changes.isEmpty() ? null : changes.getLast();
            return last != null
                    && last.code() == null
                    && last.status().equals(change.status())
                    && last.filled().compareTo(change.filled()) == 0
                    && last.remaining().compareTo(change.remaining()) == 0;
        }

        boolean isDone() {
            return isFilled() || hasStatus("Cancelled") || hasStatus("ApiCancelled") || hasStatus("Inactive");
        }

        boolean isFilled() {
            return hasStatus("Filled");
        }

        private boolean hasStatus(String status) {
            return !changes.isEmpty() && changes.getLast().status().equals(status);
        }

        boolean leavesSomething(BigDecimal cumulative) {
            OrderChange last = changes.getLast();
            return last.filled().add(last.remaining()).compareTo(cumulative) > 0;
        }

        OrderReport report() {
            return new OrderReport(
                    key.wireClientId(), key.wireOrderId(), permId, orderRef, symbol, side, List.copyOf(changes));
        }
    }
}
