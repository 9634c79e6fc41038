package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.reconcile.AdapterOrder;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.stream.view.HashView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Shows under Redis keys which orders the book holds open, for reconciliation: only while the session is usable and orders and executions
 * of this connection are in, so that what is there is never half of it. On a thread of its own.
 */
final class OpenOrderKeys implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenOrderKeys.class);
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final OrderBook book;
    private final OrderRecovery recovery;
    private final GatewaySession session;
    private final HashView keys;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("open-order-keys").factory());
    private boolean failing;

    OpenOrderKeys(
            OrderBook book,
            OrderRecovery recovery,
            GatewaySession session,
            StringRedisTemplate redis,
            String prefix,
            Clock clock) {
        this.book = book;
        this.recovery = recovery;
        this.session = session;
        this.keys = new HashView(
                redis,
                prefix + RedisKeys.ADAPTER_ORDERS,
                prefix + RedisKeys.ADAPTER_ORDERS_AS_OF,
                RedisKeys.ACCOUNT_TIME_TO_LIVE);
        this.clock = clock;
    }

    void start() {
        var _ = timer.scheduleWithFixedDelay(this::show, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** A scheduled task that throws is never run again. */
    void show() {
        try {
            if (recovery.isComplete() && session.state().isUsable()) {
                write();
            }
            failing = false;
        } catch (DataAccessException e) {
            if (!failing) {
                LOG.warn("open orders not shown cause={}; trying again every {} s", e.getMessage(), EVERY.toSeconds());
            }
            failing = true;
        } catch (RuntimeException e) {
            LOG.error("open orders not shown", e);
        }
    }

    private void write() {
        Instant asOf;
        List<AdapterOrder> orders;
        synchronized (book) {
            asOf = clock.instant();
            orders = book.live().stream().map(OpenOrderKeys::order).toList();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        orders.forEach(order -> texts.put(order.clientOrderId().value(), ModelJson.write(order)));
        keys.replace(texts, asOf);
    }

    private static AdapterOrder order(BookedOrder order) {
        return new AdapterOrder(
                order.clientOrderId(),
                order.orderId(),
                order.permId(),
                order.row().account(),
                order.row().contractId(),
                order.order().symbol(),
                order.state().name(),
                order.filled(),
                order.changedAt());
    }
}
