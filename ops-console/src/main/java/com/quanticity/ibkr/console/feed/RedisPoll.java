package com.quanticity.ibkr.console.feed;

import com.quanticity.ibkr.console.market.QuoteBook;
import com.quanticity.ibkr.console.positions.AccountBook;
import com.quanticity.ibkr.console.positions.PositionBook;
import com.quanticity.ibkr.console.sessions.BusBook;
import com.quanticity.ibkr.console.sessions.SessionBook;
import com.quanticity.ibkr.model.market.QuoteFields;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Reads the keys that services repeat: sessions each second, account and positions every five. Says so when Redis is away. */
final class RedisPoll implements EverySecond.Work {

    private static final int ACCOUNT_EVERY = 5;
    private static final List<ClientIdOwner> OWNERS = Arrays.stream(ClientIdOwner.values())
            .filter(owner -> owner != ClientIdOwner.BREAK_GLASS)
            .toList();

    private final StringRedisTemplate redis;
    private final String prefix;
    private final BusBook bus;
    private final SessionBook sessions;
    private final QuoteBook quotes;
    private final PositionBook positions;
    private final AccountBook account;
    private final Clock clock;
    private int round;

    RedisPoll(
            StringRedisTemplate redis,
            String prefix,
            BusBook bus,
            SessionBook sessions,
            QuoteBook quotes,
            PositionBook positions,
            AccountBook account,
            Clock clock) {
        this.redis = redis;
        this.prefix = prefix;
        this.bus = bus;
        this.sessions = sessions;
        this.quotes = quotes;
        this.positions = positions;
        this.account = account;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            readSessions();
            bus.onAnswer(clock.instant());
            quotes.unquoted().forEach(this::readQuote);
            if (round++ % ACCOUNT_EVERY == 0) {
                readAccount();
            }
        } catch (DataAccessException e) {
            bus.onSilence(clock.instant());
            throw e;
        }
    }

    private void readSessions() {
        List<String> keys = OWNERS.stream()
                .map(owner -> prefix + SessionStatus.key(owner.clientId()))
                .toList();
        List<@Nullable String> values = redis.opsForValue().multiGet(keys);
        if (values != null) {
            for (String json : values) {
                if (json != null) {
                    sessions.onStatus(ModelJson.read(json, SessionStatus.class));
                }
            }
        }
    }

    /** The keys live only while the risk-manager's session holds them true, so their presence confirms what they say. */
    private void readAccount() {
        Instant now = clock.instant();
        boolean confirmed = sessions.isReady(ClientIdOwner.RISK_MANAGER, now);
        hash(RedisKeys.POSITIONS).values().forEach(json -> {
            Position position = ModelJson.read(json, Position.class);
            positions.onBrokers(position, confirmed ? now : position.at());
        });
        hash(RedisKeys.ACCOUNT_SUMMARY)
                .values()
                .forEach(json -> account.onValue(ModelJson.read(json, AccountValue.class)));
    }

    private void readQuote(String symbol) {
        Map<String, String> fields = hash(RedisKeys.quote(symbol));
        if (fields.containsKey(QuoteFields.RECEIVED_AT)) {
            quotes.onQuote(QuoteFields.read(fields, QuoteFields.RECEIVED_AT));
        }
    }

    private Map<String, String> hash(String key) {
        return redis.<String, String>opsForHash().entries(prefix + key);
    }
}
