package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.PreviewOutcome;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.service.problem.ApiException;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import com.quanticity.ibkr.stream.TailFrom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Asks the adapter what would come of an order, or of orders that are sent together, and waits for its answer. Nothing is stored: a preview that is lost is asked again.
 * Thread-safe; waits on the request's thread.
 */
public final class PreviewDesk implements SmartLifecycle {

    /** Longer than the adapter waits for the broker, so that it says itself why there is no answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final String BY = "execution-engine";

    private final StreamBus bus;
    private final Clock clock;
    private final Ulid ids;
    private final Map<ClientOrderId, CompletableFuture<OrderEvent.Previewed>> asked = new ConcurrentHashMap<>();
    private @Nullable StreamSubscription answers;

    PreviewDesk(StreamBus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
        this.ids = new Ulid(clock);
    }

    /** @throws ApiException 400 when the order breaks a rule, 503 when the streams are away */
    OrderEvent.Previewed preview(OrderRequest request) {
        Order order = request.order(ClientOrderId.of(ids.next()), clock.instant());
        return ask(order.clientOrderId(), new OrderCommand.Preview(order, BY));
    }

    /** @throws ApiException 400 that names every field that is wrong, 503 when the streams are away */
    GroupPreview preview(GroupRequest request) {
        OrderGroup group = request.group(ids.next(), ids::next, clock.instant());
        return preview(group, request.roles());
    }

    /**
     * Orders that would be sent together.
     *
     * @param roles what each order is in the group
     * @throws ApiException 503 when the streams are away
     */
    public GroupPreview preview(OrderGroup group, List<String> roles) {
        ClientOrderId key = group.orders().getFirst().clientOrderId();
        return GroupPreview.of(group, roles, ask(key, new OrderCommand.PreviewGroup(group, BY)));
    }

    private OrderEvent.Previewed ask(ClientOrderId key, OrderCommand question) {
        CompletableFuture<OrderEvent.Previewed> answer = new CompletableFuture<>();
        asked.put(key, answer);
        try {
            bus.publish(Topics.ORDER_COMMAND, key.value(), question);
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return unknown(key, "the adapter did not answer within " + PATIENCE.toSeconds() + " s");
        } catch (StreamUnavailableException e) {
            throw ApiException.unavailable(
                    "STREAMS_UNAVAILABLE", "The adapter cannot be asked while Redis is away. Ask again later.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown(key, "this service is stopping");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            asked.remove(key);
        }
    }

    @Override
    public synchronized void start() {
        answers = bus.tail(Topics.ORDER_EVENT, TailFrom.NOW, message -> {
            if (message.data() instanceof OrderEvent.Previewed previewed) {
                CompletableFuture<OrderEvent.Previewed> waiting = asked.get(previewed.clientOrderId());
                if (waiting != null) {
                    waiting.complete(previewed);
                }
            }
        });
    }

    @Override
    public synchronized void stop() {
        if (answers != null) {
            answers.close();
            answers = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return answers != null;
    }

    private OrderEvent.Previewed unknown(ClientOrderId key, String why) {
        return new OrderEvent.Previewed(key, PreviewOutcome.UNKNOWN, null, "", why, "", "", clock.instant());
    }
}
