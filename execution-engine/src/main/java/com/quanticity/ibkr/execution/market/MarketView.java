package com.quanticity.ibkr.execution.market;

import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteFields;
import com.quanticity.ibkr.model.stream.RedisKeys;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Level 1 of a symbol now. The adapter writes the key again every two seconds while its session is READY and lets it vanish otherwise, so
 * its presence is what makes an old price of a quiet market one to believe. Thread-safe.
 */
public final class MarketView {

    private static final String LEVEL_1 = "LEVEL_1";

    private final StringRedisTemplate redis;
    private final String prefix;
    private final Map<String, MarketStatus.State> states = new ConcurrentHashMap<>();

    MarketView(StringRedisTemplate redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix;
    }

    /**
     * What is known of a symbol.
     *
     * @param quote the last quote, its time being when the adapter last held it true; null when there is none to believe
     * @param state of the subscription, null while it is not known
     * @param minTick the broker's smallest increment, null when not given
     */
    public record Level1(
            @Nullable Quote quote,
            MarketStatus.@Nullable State state,
            @Nullable BigDecimal minTick) {

        static final Level1 UNKNOWN = new Level1(null, null, null);
    }

    /** @throws org.springframework.dao.DataAccessException when Redis does not answer */
    public Level1 of(String symbol) {
        Map<String, String> fields = redis.<String, String>opsForHash().entries(prefix + RedisKeys.quote(symbol));
        if (!fields.containsKey(QuoteFields.HELD_AT)) {
            return Level1.UNKNOWN;
        }
        Quote quote = QuoteFields.read(fields, QuoteFields.HELD_AT);
        return new Level1(quote, state(symbol, quote), QuoteFields.decimal(fields.get("minTick")));
    }

    void onStatus(MarketStatus status) {
        if (status.kind().equals(LEVEL_1)) {
            states.put(status.symbol(), status.state());
        }
    }

    /** A status that was told before this service listens, and is trimmed by now, must not hold up a market that is plainly live. */
    private MarketStatus.@Nullable State state(String symbol, Quote quote) {
        MarketStatus.State told = states.get(symbol);
        if (told != null && told != MarketStatus.State.RESUMED) {
            return told == MarketStatus.State.LIVE && quote.dataType() != MarketDataType.LIVE
                    ? MarketStatus.State.DELAYED
                    : told;
        }
        return quote.dataType() == MarketDataType.LIVE ? MarketStatus.State.LIVE : null;
    }
}
