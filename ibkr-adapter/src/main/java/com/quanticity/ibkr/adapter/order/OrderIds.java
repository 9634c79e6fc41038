package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.OrderJournal;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.stream.RedisKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Order ids of this client id, remembered in Redis and by the journal, of which either may be lost. Thread-safe. */
final class OrderIds {

    private static final Logger LOG = LoggerFactory.getLogger(OrderIds.class);

    private final OrderIdSequence sequence = new OrderIdSequence();
    private final GatewaySession session;
    private final StringRedisTemplate redis;
    private final String key;

    OrderIds(GatewaySession session, StringRedisTemplate redis, String prefix) {
        this.session = session;
        this.redis = redis;
        this.key = prefix + RedisKeys.lastOrderId(session.clientId());
    }

    /** Takes up what the journal and Redis remember. Both must answer: a start without them could reuse an id. */
    void load(OrderJournal journal) {
        sequence.seen(journal.highestOrderId());
        String remembered = redis.opsForValue().get(key);
        if (remembered != null) {
            sequence.seen(Integer.parseInt(remembered));
        }
        LOG.info("order ids start above={}", sequence.highest());
    }

    OrderId next() {
        session.nextValidId().ifPresent(sequence::announced);
        return sequence.next();
    }

    void seen(int orderId) {
        sequence.seen(orderId);
    }

    /** The journal has the id already, so Redis being away is no reason to hold an order back. */
    void remember(OrderId orderId) {
        try {
            redis.opsForValue().set(key, orderId.toString());
        } catch (RuntimeException e) {
            LOG.warn("last order id not written orderId={} cause={}; the journal has it", orderId, e.toString());
        }
    }
}
