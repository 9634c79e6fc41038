package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads from our own {@code order.command} and {@code order.event} which symbol is being traded: accepted, working or executed orders
 * count, denied, rejected and cancelled ones do not. Commands name the symbol, events the order; either may be read first. Both streams
 * are read from their oldest entry, so that a restart goes on with the symbol traded last. Thread-safe.
 */
final class OrderTrail implements AutoCloseable {

    private static final int REMEMBERED = 10_000;

    private final ThirdStream third;
    private final Map<ClientOrderId, String> symbols = remembering();
    private final Map<ClientOrderId, Instant> early = remembering();
    private final List<StreamSubscription> tails = new ArrayList<>();

    OrderTrail(ThirdStream third) {
        this.third = third;
    }

    void start(StreamBus bus) {
        tails.add(bus.tail(Topics.ORDER_COMMAND, TailFrom.OLDEST, message -> onCommand(message.data())));
        tails.add(bus.tail(Topics.ORDER_EVENT, TailFrom.OLDEST, message -> onEvent(message.data())));
    }

    synchronized void onCommand(OrderCommand command) {
        switch (command) {
            case OrderCommand.Submit submit -> onSubmit(submit.order());
            case OrderCommand.SubmitGroup submit -> submit.group().orders().forEach(this::onSubmit);
            case OrderCommand.Modify _,
                    OrderCommand.Cancel _,
                    OrderCommand.CancelAll _,
                    OrderCommand.Preview _,
                    OrderCommand.PreviewGroup _ -> {}
        }
    }

    private void onSubmit(Order order) {
        symbols.put(order.clientOrderId(), order.symbol());
        Instant at = early.remove(order.clientOrderId());
        if (at != null) {
            third.onOrder(order.symbol(), at);
        }
    }

    synchronized void onEvent(OrderEvent event) {
        switch (event) {
            case OrderEvent.Accepted accepted -> onActive(accepted.clientOrderId(), accepted.at());
            case OrderEvent.Working working -> onActive(working.clientOrderId(), working.at());
            case OrderEvent.Executed executed -> {
                ClientOrderId id = executed.clientOrderId();
                if (id != null) {
                    onActive(id, executed.at());
                }
            }
            case OrderEvent.Denied _,
                    OrderEvent.CommissionReported _,
                    OrderEvent.Cancelled _,
                    OrderEvent.Rejected _,
                    OrderEvent.RequestRefused _,
                    OrderEvent.Unknown _,
                    OrderEvent.CancelPending _,
                    OrderEvent.ModifyPending _,
                    OrderEvent.Modified _,
                    OrderEvent.ModifyFailed _,
                    OrderEvent.Previewed _ -> {}
        }
    }

    private void onActive(ClientOrderId id, Instant at) {
        String symbol = symbols.get(id);
        if (symbol == null) {
            early.put(id, at);
        } else {
            third.onOrder(symbol, at);
        }
    }

    @Override
    public void close() {
        tails.forEach(StreamSubscription::close);
    }

    private static <T> Map<ClientOrderId, T> remembering() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ClientOrderId, T> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
