package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderDesk;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Answers which orders and executions there are. */
final class OrderQueries {

    private final OrderDesk desk;
    private final OrderEvents events;
    private final String account;
    private final InstantSource time;

    OrderQueries(OrderDesk desk, OrderEvents events, String account, InstantSource time) {
        this.desk = desk;
        this.events = events;
        this.account = account;
        this.time = time;
    }

    void openOrders(Client client) {
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

    void completedOrders(Client client) {
        desk.book()
                .doneSince(WireTime.startOfDay(time.instant()))
                .forEach(order -> client.send(events.completedOrder(order)));
        client.send(Event.of("COMPLETED_ORDERS_END"));
    }

    void executions(Client client, Request.Executions request) {
        Instant midnight = WireTime.startOfDay(time.instant());
        Optional<Instant> from = request.time().isEmpty() ? Optional.of(midnight) : WireTime.parse(request.time());
        if (from.isEmpty()) {
            client.sendMessage(
                    request.requestId(),
                    321,
                    "Error validating request.-'bX' : cause - The filter time must read YYYYMMDD-HH:mm:ss or YYYYMMDD HH:mm:ss ZONE");
            return;
        }
        Instant since = from.get().isAfter(midnight) ? from.get() : midnight;
        for (Execution execution : desk.book().executionsSince(since)) {
            if (passes(execution, request)) {
                client.send(events.execution(request.requestId(), execution));
                client.send(events.commission(execution));
            }
        }
        client.send(Event.of("EXECUTION_DATA_END").with("reqId", request.requestId()));
    }

    private boolean passes(Execution execution, Request.Executions filter) {
        return (filter.clientId() == 0 || filter.clientId() == execution.order().clientId())
                && agrees(filter.account(), account)
                && agrees(filter.symbol(), execution.contract().symbol())
                && agrees(filter.secType(), "STK")
                && (agrees(filter.side(), execution.side().name())
                        || agrees(filter.side(), execution.side().executionText()));
    }

    private static boolean agrees(String wanted, String actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }
}
