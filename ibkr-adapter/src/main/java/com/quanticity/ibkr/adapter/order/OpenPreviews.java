package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.FactSink;
import com.quanticity.ibkr.gateway.error.ErrorCatalogue;
import com.quanticity.ibkr.gateway.error.ErrorContext;
import com.quanticity.ibkr.gateway.error.OrderEffect;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.TradingEvent.OpenOrder;
import com.quanticity.ibkr.gateway.order.GatewayOrderState;
import com.quanticity.ibkr.gateway.order.MarginPreview;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.PreviewOutcome;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderPreview;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Previews that the broker has not answered. Without an answer in time the outcome is unknown. Call with the book's monitor held.
 * Source: wire specification, orders section 5.
 */
final class OpenPreviews {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPreviews.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final FactSink outbox;
    private final Clock clock;
    private final Map<OrderId, Open> open = new HashMap<>();

    /** @param group what it is a part of, null when it was asked about by itself */
    private record Open(
            ClientOrderId clientOrderId, @Nullable GroupPreview group, Instant until) {}

    OpenPreviews(FactSink outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A preview was handed to the wire. */
    void asked(OrderId orderId, ClientOrderId clientOrderId) {
        asked(orderId, clientOrderId, null);
    }

    /** Likewise; the group is told when the broker has answered for every order of it that it was asked about. */
    void asked(OrderId orderId, ClientOrderId clientOrderId, @Nullable GroupPreview group) {
        open.put(orderId, new Open(clientOrderId, group, clock.instant().plus(PATIENCE)));
    }

    /** True when the message was the answer to a preview and means nothing to anybody else. */
    boolean onOpenOrder(OpenOrder shown) {
        Open asked = open.remove(OrderId.of(shown.orderId()));
        if (asked == null) {
            return shown.order().whatIf();
        }
        LOG.info("preview answered clientOrderId={}", asked.clientOrderId);
        tell(asked, PreviewOutcome.ANSWERED, preview(shown.orderState()), "", "");
        return true;
    }

    /** True when the message was about a preview and means nothing to anybody else; a warning goes with the answer that follows. */
    boolean onError(ErrorMessage error) {
        Open asked = open.get(OrderId.of(error.id()));
        if (asked == null) {
            return false;
        }
        OrderEffect effect = ErrorCatalogue.meaning(error.errorCode(), ErrorContext.NEW_ORDER, error.errorMsg())
                .order();
        if (effect != OrderEffect.ALIVE) {
            open.remove(OrderId.of(error.id()));
            tell(asked, PreviewOutcome.REFUSED, null, Integer.toString(error.errorCode()), error.errorMsg());
        }
        return true;
    }

    void onSessionLost() {
        List.copyOf(open.keySet()).forEach(id -> giveUp(id, "the session was lost before the broker answered"));
    }

    /** Call about once a second. */
    void checkOverdue() {
        Instant now = clock.instant();
        List.copyOf(open.entrySet()).stream()
                .filter(asked -> asked.getValue().until.isBefore(now))
                .forEach(asked -> giveUp(asked.getKey(), "no answer within " + PATIENCE.toSeconds() + " s"));
    }

    private void giveUp(OrderId id, String why) {
        Open asked = open.remove(id);
        if (asked != null) {
            LOG.warn("preview unknown clientOrderId={} reason={}", asked.clientOrderId, why);
            tell(asked, PreviewOutcome.UNKNOWN, null, "", why);
        }
    }

    private void tell(Open asked, PreviewOutcome outcome, @Nullable OrderPreview preview, String code, String reason) {
        GroupPreview group = asked.group;
        if (group == null) {
            outbox.tell(
                    new OrderEvent.Previewed(
                            asked.clientOrderId, outcome, preview, code, reason, "", "", clock.instant()),
                    null);
            return;
        }
        group.know(asked.clientOrderId, outcome, preview, code, reason);
        if (group.isComplete()) {
            outbox.tell(group.told(clock.instant()), null);
        }
    }

    private static OrderPreview preview(GatewayOrderState state) {
        MarginPreview margin = state.margin();
        return new OrderPreview(
                new OrderPreview.Amount(margin.initMarginBefore(), margin.initMarginChange(), margin.initMarginAfter()),
                new OrderPreview.Amount(
                        margin.maintMarginBefore(), margin.maintMarginChange(), margin.maintMarginAfter()),
                new OrderPreview.Amount(
                        margin.equityWithLoanBefore(), margin.equityWithLoanChange(), margin.equityWithLoanAfter()),
                state.marginCurrency(),
                state.commission(),
                state.minCommission(),
                state.maxCommission(),
                state.commissionCurrency(),
                state.warningText());
    }
}
