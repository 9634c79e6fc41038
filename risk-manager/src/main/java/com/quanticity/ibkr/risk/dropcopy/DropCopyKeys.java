package com.quanticity.ibkr.risk.dropcopy;

import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.stream.view.HashView;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The Redis keys of the open orders. Only what changed since the last time is written, because thousands of orders may be open; all of
 * them after a failure, and whenever Redis holds another number of orders than it was given. Called on one thread.
 */
final class DropCopyKeys {

    private final HashView keys;
    /** What Redis has, null when that is not known. */
    private @Nullable Map<Long, DropCopyOrder> written;

    DropCopyKeys(StringRedisTemplate redis, String prefix) {
        this.keys = new HashView(
                redis,
                prefix + RedisKeys.DROP_COPY_ORDERS,
                prefix + RedisKeys.DROP_COPY_ORDERS_AS_OF,
                RedisKeys.ACCOUNT_TIME_TO_LIVE);
    }

    /** Shows this view; orders that are not known are not shown at all. */
    void write(DropCopyBook.View view) {
        Map<Long, DropCopyOrder> before = written;
        written = null; // until this has succeeded
        if (view.asOf() == null) {
            keys.clear();
            return;
        }
        if (before == null || !change(before, view.open(), view.asOf())) {
            keys.replace(texts(view.open()), view.asOf());
        }
        Map<Long, DropCopyOrder> now = new HashMap<>();
        view.open().forEach(order -> now.put(order.permId(), order));
        written = now;
    }

    private boolean change(Map<Long, DropCopyOrder> before, List<DropCopyOrder> open, Instant asOf) {
        Map<Long, DropCopyOrder> gone = new HashMap<>(before);
        List<DropCopyOrder> changed = open.stream()
                .filter(order -> !order.equals(gone.remove(order.permId())))
                .toList();
        return keys.change(
                before.size(),
                texts(changed),
                gone.keySet().stream().map(String::valueOf).toList(),
                asOf);
    }

    private static Map<String, String> texts(List<DropCopyOrder> orders) {
        Map<String, String> texts = new LinkedHashMap<>();
        orders.forEach(order -> texts.put(Long.toString(order.permId()), ModelJson.write(order)));
        return texts;
    }
}
