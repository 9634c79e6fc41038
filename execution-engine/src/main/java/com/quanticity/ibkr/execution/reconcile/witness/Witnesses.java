package com.quanticity.ibkr.execution.reconcile.witness;

import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.reconcile.AdapterOrder;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Reads what the witnesses keep in Redis. A reading is there only when it is complete and fresh; without it nothing may be concluded,
 * least of all that there is nothing. Thread-safe.
 */
public final class Witnesses {

    /** The time and the fields of one moment: the answer's first element is the time, empty when there is none. */
    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> TOGETHER = new DefaultRedisScript<>(
            "local rows = redis.call('hvals', KEYS[1]); table.insert(rows, 1, redis.call('get', KEYS[2]) or '');"
                    + " return rows",
            List.class);

    private final StringRedisTemplate redis;
    private final String prefix;
    private final Duration maxAge;

    /**
     * One witness at one moment.
     *
     * @param asOf when it was confirmed
     * @param rows everything there is, possibly nothing
     */
    public record Reading<T>(Instant asOf, List<T> rows) {}

    /** @param maxAge an older reading is not known */
    public Witnesses(StringRedisTemplate redis, String prefix, Duration maxAge) {
        this.redis = redis;
        this.prefix = prefix;
        this.maxAge = maxAge;
    }

    public Optional<Reading<Position>> positions(Instant now) {
        return read(RedisKeys.POSITIONS, RedisKeys.POSITIONS_AS_OF, Position.class, now);
    }

    public Optional<Reading<DropCopyOrder>> dropCopyOrders(Instant now) {
        return read(RedisKeys.DROP_COPY_ORDERS, RedisKeys.DROP_COPY_ORDERS_AS_OF, DropCopyOrder.class, now);
    }

    public Optional<Reading<AdapterOrder>> adapterOrders(Instant now) {
        return read(RedisKeys.ADAPTER_ORDERS, RedisKeys.ADAPTER_ORDERS_AS_OF, AdapterOrder.class, now);
    }

    /** Since when the adapter's session is ready; empty while it is not or not known. */
    public Optional<Instant> adapterReadySince(Instant now) {
        try {
            String json = redis.opsForValue().get(prefix + SessionStatus.key(ClientIdOwner.IBKR_ADAPTER.clientId()));
            return Optional.ofNullable(json)
                    .map(text -> ModelJson.read(text, SessionStatus.class))
                    .filter(status ->
                            status.state() == SessionState.READY && !status.at().isBefore(now.minus(maxAge)))
                    .map(SessionStatus::since);
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }

    private <T> Optional<Reading<T>> read(String key, String asOfKey, Class<T> type, Instant now) {
        try {
            @Nullable List<?> answer = redis.execute(TOGETHER, List.of(prefix + key, prefix + asOfKey));
            if (answer == null || String.valueOf(answer.getFirst()).isEmpty()) {
                return Optional.empty();
            }
            Instant asOf = Instant.parse(String.valueOf(answer.getFirst()));
            return asOf.isBefore(now.minus(maxAge)) ? Optional.empty() : Optional.of(rows(asOf, answer, type));
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }

    private static <T> Reading<T> rows(Instant asOf, List<?> answer, Class<T> type) {
        List<T> rows = new ArrayList<>();
        for (Object json : answer.subList(1, answer.size())) {
            rows.add(ModelJson.read(String.valueOf(json), type));
        }
        return new Reading<>(asOf, rows);
    }
}
