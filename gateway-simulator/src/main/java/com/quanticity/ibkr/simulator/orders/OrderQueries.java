package com.quanticity.ibkr.simulator.orders;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.desk.OrderDesk;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import com.quanticity.ibkr.simulator.wire.WireTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers which orders and executions there are. */
public final class OrderQueries {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private static final String UNREADABLE_TIME = "Error validating request.-'bX' : cause - The filter time must read"
            + " YYYYMMDD-HH:mm:ss or YYYYMMDD HH:mm:ss ZONE";

    private static final String NO_ZONE =
            "Warning: You submitted request with date-time attributes without explicit time zone."
                    + " The login time zone is assumed.";

    private final OrderDesk desk;
    private final OrderEvents events;
    private final InstantSource time;
    private final ZoneId loginZone;

    /** @param loginZone in which times without a zone are read and whose day the current one is */
    public OrderQueries(OrderDesk desk, OrderEvents events, InstantSource time, ZoneId loginZone) {
        this.desk = desk;
        this.events = events;
        this.time = time;
        this.loginZone = loginZone;
    }

    /** Open orders of the asking client. */
    public void openOrders(Client client) {
        sendOpen(client, desk.openOrders(client.clientId()));
    }

    void allOpenOrders(Client client) {
        sendOpen(client, desk.openOrders(null));
    }

    private void sendOpen(Client client, List<WorkingOrder> orders) {
        for (WorkingOrder order : orders) {
            client.send(events.openOrder(order));
            client.send(events.status(order));
        }
        client.send(Event.of("OPEN_ORDER_END"));
    }

    void completedOrders(Client client, boolean apiOnly) {
        desk.book().doneSince(WireTime.startOfDay(time.instant(), loginZone)).stream()
                .filter(order -> !apiOnly || !order.key().isManual())
                .forEach(order -> client.send(events.completedOrder(order)));
        client.send(Event.of("COMPLETED_ORDERS_END"));
    }

    void executions(Client client, Request.Executions request) {
        Instant from = from(client, request);
        if (from == null) {
            return;
        }
        for (Execution execution : desk.book().executionsSince(from)) {
            if (isOfWantedDay(execution, request) && passes(execution, request)) {
                client.send(events.execution(request.requestId(), execution));
                if (execution.hasCommission()) {
                    client.send(events.commission(execution));
                }
            }
        }
        client.send(Event.of("EXECUTION_DATA_END").with("reqId", request.requestId()));
    }

    /** Null when the time cannot be read, of which the client is told. */
    private @Nullable Instant from(Client client, Request.Executions request) {
        if (request.time().isEmpty()) {
            return Instant.EPOCH;
        }
        WireTime.Given from = WireTime.parse(request.time(), loginZone).orElse(null);
        if (from == null) {
            client.sendMessage(request.requestId(), 321, UNREADABLE_TIME);
            return null;
        }
        if (!from.hasZone()) {
            client.sendMessage(request.requestId(), 2174, NO_ZONE);
        }
        return from.instant();
    }

    /** The current day unless the filter names days. Source: tws-wire orders.md, section 6. */
    private boolean isOfWantedDay(Execution execution, Request.Executions filter) {
        LocalDate day = day(execution.time());
        if (!filter.dates().isEmpty()) {
            return filter.dates().contains(DATE.format(day));
        }
        int days = filter.lastDays() == null || filter.lastDays() < 1 ? 1 : filter.lastDays();
        return !day.isBefore(day(time.instant()).minusDays(days - 1L));
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(loginZone).toLocalDate();
    }

    private boolean passes(Execution execution, Request.Executions filter) {
        return (filter.clientId() == 0 || filter.clientId() == execution.order().wireClientId())
                && agrees(filter.account(), execution.account())
                && agrees(filter.symbol(), execution.contract().symbol())
                && agrees(filter.secType(), execution.contract().secType())
                && agrees(filter.exchange(), execution.exchange())
                && (agrees(filter.side(), execution.side().name())
                        || agrees(filter.side(), execution.side().executionText()));
    }

    private static boolean agrees(String wanted, String actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }

    boolean isTime(String text) {
        return WireTime.parse(text, loginZone).isPresent();
    }
}
