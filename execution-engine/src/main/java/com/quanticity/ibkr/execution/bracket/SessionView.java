package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.time.Clock;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Whether the adapter's session is READY, from the key that it repeats every second. Thread-safe. */
final class SessionView {

    private static final Duration OLDEST = Duration.ofSeconds(5);

    private final StringRedisTemplate redis;
    private final String key;
    private final Clock clock;

    SessionView(StringRedisTemplate redis, String prefix, Clock clock) {
        this.redis = redis;
        this.key = prefix + SessionStatus.key(ClientIdOwner.IBKR_ADAPTER.clientId());
        this.clock = clock;
    }

    /** False also while it is not known. */
    boolean isReady() {
        try {
            String json = redis.opsForValue().get(key);
            if (json == null) {
                return false;
            }
            SessionStatus status = ModelJson.read(json, SessionStatus.class);
            return status.state() == SessionState.READY
                    && status.at().plus(OLDEST).isAfter(clock.instant());
        } catch (DataAccessException e) {
            return false;
        }
    }
}
