package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.gate.price.ExchangeRates;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.stream.MalformedMessageException;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Buying power of each account and exchange rates as the risk-manager last wrote them to {@link RedisKeys#ACCOUNT_SUMMARY}. The key lapses
 * when it is not renewed, and then nothing is known. Read on every thread, refreshed on one.
 */
final class AccountFigures implements ExchangeRates {

    private static final String BUYING_POWER = "BuyingPower";

    /** The broker's own period is three minutes, the risk-manager asks anew each minute. */
    private static final Duration YOUNG = Duration.ofMinutes(3);

    private final StringRedisTemplate redis;
    private final String key;
    private final String currency;
    private final Clock clock;
    private volatile Known known = Known.NOTHING;

    /**
     * @param powers by account, each in its own currency
     * @param rates units of the account's base currency for one of each currency
     */
    private record Known(Map<String, AccountValue> powers, Map<String, BigDecimal> rates) {
        static final Known NOTHING = new Known(Map.of(), Map.of());
    }

    AccountFigures(StringRedisTemplate redis, String prefix, String currency, Clock clock) {
        this.redis = redis;
        this.key = prefix + RedisKeys.ACCOUNT_SUMMARY;
        this.currency = currency;
        this.clock = clock;
    }

    /** Buying power in the currency of the limits; null when it, or its exchange rate, is not known. */
    @Nullable BigDecimal buyingPower(String account) {
        AccountValue power = known.powers.get(account);
        BigDecimal rate = power == null ? null : rate(power.currency());
        return power == null || rate == null ? null : new BigDecimal(power.value()).multiply(rate);
    }

    @Override
    public String currency() {
        return currency;
    }

    /** The account tells each currency in its base currency, the limits' own among them. */
    @Override
    public @Nullable BigDecimal rate(String of) {
        if (of.equals(currency)) {
            return BigDecimal.ONE;
        }
        Map<String, BigDecimal> rates = known.rates;
        BigDecimal its = rates.get(of);
        BigDecimal own = rates.get(currency);
        return its == null || own == null ? null : its.divide(own, MathContext.DECIMAL64);
    }

    /** Reads them anew; what cannot be read is not known. */
    void refresh() {
        Known read = Known.NOTHING;
        try {
            read = read(redis.<String, String>opsForHash().entries(key));
        } catch (DataAccessException | MalformedMessageException | NumberFormatException e) {
            known = Known.NOTHING;
            return;
        }
        known = read;
    }

    private Known read(Map<String, String> fields) {
        Map<String, AccountValue> powers = new HashMap<>();
        Map<String, BigDecimal> rates = new HashMap<>();
        Instant oldest = clock.instant().minus(YOUNG);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (field.getKey().endsWith("|" + BUYING_POWER)) {
                AccountValue power = ModelJson.read(field.getValue(), AccountValue.class);
                powers.put(power.account(), power);
            } else if (field.getKey().contains("|" + AccountValue.EXCHANGE_RATE + "|")) {
                AccountValue rate = ModelJson.read(field.getValue(), AccountValue.class);
                BigDecimal value = new BigDecimal(rate.value());
                if (value.signum() > 0 && !rate.at().isBefore(oldest)) {
                    rates.put(rate.currency(), value);
                }
            }
        }
        return new Known(Map.copyOf(powers), Map.copyOf(rates));
    }
}
