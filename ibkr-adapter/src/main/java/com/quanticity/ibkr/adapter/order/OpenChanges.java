package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.FactSink;
import com.quanticity.ibkr.adapter.journal.JournalChange;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.journal.ModificationRow;
import com.quanticity.ibkr.adapter.journal.ModificationState;
import com.quanticity.ibkr.adapter.translate.OrderTranslator;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.ModifyFailure;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of changes on the wire: an open order with the new terms makes one, a refusal leaves the order as it was, and without an
 * answer nobody knows until the gateway shows the order again. Call with the book's monitor held. Source: wire specification, orders
 * section 5.
 */
final class OpenChanges {

    private static final Logger LOG = LoggerFactory.getLogger(OpenChanges.class);

    private final FactSink outbox;
    private final Clock clock;

    OpenChanges(FactSink outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The gateway shows the order. Old terms are an answer only once the change was given up: copies of before may be under way. */
    void onOpenOrder(BookedOrder order, GatewayOrder shown) {
        ModificationRow change = order.lastChange();
        if (change == null || change.state() == ModificationState.MADE) {
            return;
        }
        boolean sentOnce = change.state().isOpen() || change.reasonCode().equals(OLD_TERMS);
        if (sentOnce && isAsWanted(order.order(), change.wanted(), shown)) {
            made(order, change);
        } else if (change.state() == ModificationState.UNKNOWN) {
            refused(order, OLD_TERMS, "the broker shows the order by its old terms; change it again");
        }
    }

    /**
     * The broker says that the order is filled: no open order need show its terms any more. Its quantity tells which they were when the
     * change made that different; what else a change was about stays unknown, and executions tell the prices.
     *
     * @param ended all that was filled, null when the broker does not say
     */
    void onFilled(BookedOrder order, @Nullable BigDecimal ended) {
        ModificationRow change = order.openChange();
        if (change == null || ended == null) {
            return;
        }
        BigDecimal standing = order.order().quantity();
        BigDecimal wanted = change.wanted().quantity();
        boolean tells = standing.compareTo(wanted) != 0;
        if (tells && ended.compareTo(wanted) == 0) {
            made(order, change);
        } else if (tells && ended.compareTo(standing) == 0) {
            refused(order, OLD_TERMS, "the order filled by its old terms");
        } else {
            unknown(order, "the order filled before the broker showed the change");
        }
    }

    /** The gateway refused the change: the order works by its old terms. */
    void refused(BookedOrder order, String code, String text) {
        ModificationRow change = order.openChange();
        if (change == null) {
            return;
        }
        ModificationRow failed = change.moved(ModificationState.FAILED, code, text, clock.instant());
        order.enter(failed);
        LOG.warn(
                "change refused clientOrderId={} modificationId={} errorCode={} reason={}",
                order.clientOrderId(),
                change.modificationId(),
                code,
                text);
        tell(failed, ModifyFailure.REFUSED);
        fillIfComplete(order);
    }

    /** Nobody can say whether the change was made; told once. */
    void unknown(BookedOrder order, String why) {
        ModificationRow change = order.openChange();
        if (change == null || change.state() == ModificationState.UNKNOWN) {
            return;
        }
        ModificationRow unknown = change.moved(ModificationState.UNKNOWN, "", why, clock.instant());
        order.enter(unknown);
        LOG.warn(
                "change unknown clientOrderId={} modificationId={} reason={}",
                order.clientOrderId(),
                change.modificationId(),
                why);
        tell(unknown, ModifyFailure.UNKNOWN);
    }

    /** True when a change was sent before this time and nothing was heard of it. */
    boolean isOverdue(BookedOrder order, Instant sentBefore) {
        ModificationRow change = order.openChange();
        return change != null
                && change.state() == ModificationState.SENT
                && change.at().isBefore(sentBefore);
    }

    private static final String OLD_TERMS = "OLD_TERMS";

    private void made(BookedOrder order, ModificationRow change) {
        Instant now = clock.instant();
        ModificationRow made = change.moved(ModificationState.MADE, "", "", now);
        order.enter(made);
        LOG.info(
                "change made clientOrderId={} modificationId={} quantity={} limitPrice={}",
                order.clientOrderId(),
                change.modificationId(),
                order.order().quantity().toPlainString(),
                order.order().limitPrice());
        outbox.tell(
                new OrderEvent.Modified(order.clientOrderId(), change.modificationId(), change.change(), now),
                new JournalChange.Modification(made));
        fillIfComplete(order);
    }

    private void fillIfComplete(BookedOrder order) {
        if (order.isLive() && order.isFilledCompletely()) {
            Instant now = clock.instant();
            order.enter(JournalState.FILLED, now);
            outbox.note(Facts.moved(order, now));
        }
    }

    private void tell(ModificationRow row, ModifyFailure failure) {
        outbox.tell(
                new OrderEvent.ModifyFailed(
                        row.clientOrderId(), row.modificationId(), failure, row.reasonCode(), row.reason(), row.at()),
                new JournalChange.Modification(row));
    }

    /** Every figure that the change makes different is shown as wanted. A trailing stop moves by itself, so that price says nothing. */
    private static boolean isAsWanted(Order standing, Order wanted, GatewayOrder shown) {
        GatewayOrder before = plain(standing);
        GatewayOrder after = plain(wanted);
        return matches(before, after, shown, GatewayOrder::totalQuantity)
                && matches(before, after, shown, GatewayOrder::lmtPrice)
                && matches(before, after, shown, GatewayOrder::auxPrice)
                && matches(before, after, shown, order -> order.trailing().trailingPercent())
                && matches(before, after, shown, order -> order.trailing().lmtPriceOffset())
                && matches(before, after, shown, order -> order.handling().percentOffset())
                && (before.tif().equals(after.tif()) || after.tif().equals(shown.tif()));
    }

    private static boolean matches(
            GatewayOrder before,
            GatewayOrder after,
            GatewayOrder shown,
            Function<GatewayOrder, @Nullable BigDecimal> figure) {
        BigDecimal wanted = figure.apply(after);
        return same(figure.apply(before), wanted) || same(wanted, figure.apply(shown));
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** Only what a change can make different. */
    private static GatewayOrder plain(Order order) {
        return OrderTranslator.wire(order.withAttributes(OrderAttributes.NONE), order.account());
    }
}
