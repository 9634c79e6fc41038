package com.quanticity.ibkr.console.parents;

import com.quanticity.ibkr.console.freshness.Figures;
import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.console.market.QuoteBook;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.parent.ParentSnapshot;
import com.quanticity.ibkr.model.parent.ParentState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parents with their children below them: live ones first, children that are out or the newest. */
final class ParentsPanel implements Panel {

    private static final int SHOWN = 20;
    private static final int SHOWN_CHILDREN = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ParentBook parents;
    private final QuoteBook quotes;

    ParentsPanel(ParentBook parents, QuoteBook quotes) {
        this.parents = parents;
        this.quotes = quotes;
    }

    @Override
    public Duration pace() {
        return Duration.ofMillis(300);
    }

    @Override
    public long version() {
        return parents.version();
    }

    @Override
    public List<Part> parts(Instant now) {
        List<Piece> rows = new ArrayList<>();
        for (ParentBook.Family family : parents.families(SHOWN)) {
            ParentSnapshot parent = family.parent();
            rows.add(new Piece("parent-" + parent.parentOrderId(), "panels/parents :: row", row(parent)));
            family.children().stream()
                    .filter(child -> child.order() != null)
                    .filter(child -> !parent.state().isTerminal())
                    .limit(SHOWN_CHILDREN)
                    .forEach(child -> rows.add(piece(child)));
        }
        if (rows.isEmpty()) {
            rows.add(new Piece("parent-none", "panels/parents :: empty", new Nothing("No parent orders.")));
        }
        return List.of(
                new Part.Rows("parent-rows", rows),
                new Part.Single(new Piece("parent-caption", "panels/parents :: caption", new Caption(parents.live()))));
    }

    private Piece piece(ParentBook.Child child) {
        OrderSnapshot order = java.util.Objects.requireNonNull(child.order());
        return new Piece(
                "parent-child-" + order.order().clientOrderId(), "panels/parents :: child", child(child.role(), order));
    }

    private Row row(ParentSnapshot parent) {
        return new Row(
                parent.parentOrderId(),
                parent.state().name(),
                words(parent.state().name()),
                level(parent).style(),
                words(parent.plan().name()),
                parent.side().name(),
                parent.symbol(),
                percent(parent),
                Figures.quantity(parent.filledQuantity()) + " / " + Figures.quantity(parent.quantity()),
                Figures.quantity(parent.openQuantity()),
                price(parent.averagePrice(), parent.symbol()),
                Integer.toString(parent.children()),
                parent.strategy(),
                parent.algorithm() + " · " + parent.person(),
                Stamp.ofNullable(parent.end(), null),
                parent.remark(),
                !parent.state().isTerminal());
    }

    private ChildRow child(String role, OrderSnapshot order) {
        return new ChildRow(
                order.order().clientOrderId().value(),
                words(role),
                words(order.status().name()),
                level(order.status()).style(),
                Figures.quantity(order.filledQuantity()) + " / "
                        + Figures.quantity(order.order().quantity()),
                price(order.averagePrice(), order.order().symbol()),
                order.reasonCode());
    }

    private String price(@Nullable BigDecimal price, String symbol) {
        return price == null ? "" : Figures.price(price, quotes.decimals(symbol));
    }

    private static int percent(ParentSnapshot parent) {
        return parent.filledQuantity()
                .multiply(HUNDRED)
                .divide(parent.quantity(), 0, RoundingMode.DOWN)
                .min(HUNDRED)
                .intValue();
    }

    private static Level level(ParentSnapshot parent) {
        if (parent.state() == ParentState.CANCELLED) {
            return Level.OFF;
        }
        boolean waits = !parent.remark().isEmpty() && !parent.state().isTerminal();
        return waits || parent.state() == ParentState.CANCELLING ? Level.CAUTION : Level.NORMAL;
    }

    private static Level level(OrderStatus status) {
        return switch (status) {
            case WORKING, PARTIALLY_FILLED, FILLED -> Level.NORMAL;
            case CANCELLED -> Level.OFF;
            case STORED, IN_FLIGHT, PENDING_MODIFY, PENDING_CANCEL -> Level.CAUTION;
            case REJECTED, DENIED -> Level.SERIOUS;
            case UNKNOWN -> Level.UNKNOWN;
        };
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * A parent.
     *
     * @param filled filled / total
     * @param open what children may still fill
     * @param averagePrice empty while nothing is filled
     * @param decider algorithm and person
     * @param end when its window ends, null when it has none
     * @param remark why nothing is sent for now, or why it ended
     * @param live whether it can be cancelled
     */
    record Row(
            String parentOrderId,
            String code,
            String state,
            String level,
            String plan,
            String side,
            String symbol,
            int percent,
            String filled,
            String open,
            String averagePrice,
            String children,
            String strategy,
            String decider,
            @Nullable Stamp end,
            String remark,
            boolean live) {}

    /** A child below its parent. */
    record ChildRow(
            String clientOrderId,
            String role,
            String status,
            String level,
            String filled,
            String averagePrice,
            String reason) {}

    private record Caption(int live) {}

    private record Nothing(String text) {}
}
