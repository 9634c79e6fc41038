package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.stream.MalformedMessageException;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Open orders of other clients and of TWS, as the risk-manager's drop copy shows them: single changes by its stream, all of them under its
 * Redis key at the start and after each complete reading. While the drop copy is lost the last known ones count on.
 */
final class OthersOrdersFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OthersOrdersFeed.class);

    private final StreamBus bus;
    private final StringRedisTemplate redis;
    private final Exposures exposures;
    private @Nullable StreamSubscription tail;
    private volatile boolean mustRead = true;
    private volatile boolean known;

    OthersOrdersFeed(StreamBus bus, StringRedisTemplate redis, Exposures exposures) {
        this.bus = bus;
        this.redis = redis;
        this.exposures = exposures;
    }

    /** False until the drop copy was heard, and while it is lost. */
    boolean isKnown() {
        return known;
    }

    void start() {
        tail = bus.tail(Topics.DROPCOPY_EVENT, TailFrom.NOW, message -> onEvent(message.data()));
    }

    private void onEvent(DropCopyEvent event) {
        switch (event) {
            case DropCopyEvent.OrderSeen seen -> exposures.onOthersOrder(seen.order());
            case DropCopyEvent.Complete _ -> mustRead = true;
            case DropCopyEvent.Lost _ -> known = false;
            case DropCopyEvent.ExecutionSeen _, DropCopyEvent.CommissionSeen _ -> {}
        }
    }

    /** Reads all of them when that is due; called each second. */
    void refresh() {
        if (!mustRead) {
            return;
        }
        try {
            if (redis.opsForValue().get(bus.prefix() + RedisKeys.DROP_COPY_ORDERS_AS_OF) == null) {
                return;
            }
            mustRead = false;
            List<DropCopyOrder> open =
                    redis.<String, String>opsForHash().values(bus.prefix() + RedisKeys.DROP_COPY_ORDERS).stream()
                            .map(json -> ModelJson.read(json, DropCopyOrder.class))
                            .toList();
            exposures.onOthersOrders(open);
            known = true;
        } catch (DataAccessException | MalformedMessageException e) {
            mustRead = true;
            LOG.debug("drop copy not read", e);
        }
    }

    @Override
    public void close() {
        StreamSubscription running = tail;
        if (running != null) {
            running.close();
        }
    }
}
