package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.market.QuoteFields;
import com.quanticity.ibkr.model.stream.RedisKeys;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Prices of watched underlyings from {@code ib:l1:{symbol}}, which vanishes when it is stale. Only to choose strikes, never to trade. */
final class UnderlyingPrices {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final StringRedisTemplate redis;
    private final String prefix;

    UnderlyingPrices(StringRedisTemplate redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix;
    }

    /** The middle of bid and ask, else the last price; empty when neither is fresh. */
    Optional<BigDecimal> of(Contract underlying) {
        if (underlying.securityType() != SecurityType.STOCK) {
            return Optional.empty();
        }
        Map<String, String> quote =
                redis.<String, String>opsForHash().entries(prefix + RedisKeys.quote(underlying.symbol()));
        BigDecimal bid = QuoteFields.decimal(quote.get("bid"));
        BigDecimal ask = QuoteFields.decimal(quote.get("ask"));
        return bid != null && ask != null
                ? Optional.of(bid.add(ask).divide(TWO))
                : Optional.ofNullable(QuoteFields.decimal(quote.get("last")));
    }
}
