package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.stream.RedisKeys;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * The hash {@code ib:l1:{symbol}}: the fields of {@link Quote} and of {@link Level1Facts} by name, the exchanges by their own, empty =
 * absent, and {@code at} = when it was written. Facts are written with the next quote, at the latest with the next refresh. All
 * symbols of a drain go in one script call, and value and lifetime are set together: a hash without a lifetime would show an old price
 * for ever.
 *
 * <p>Absence means stale. A quiet market is not stale, so the latest quotes of a READY session are written again every two seconds; once
 * the session is not READY nothing is, and the keys vanish by themselves. What is written is always the newest quote known, also while
 * older ones still wait for their stream. Thread-safe.
 */
final class LatestQuotes {

    private static final Logger LOG = LoggerFactory.getLogger(LatestQuotes.class);

    /** ARGV: lifetime, fields a key, then field and value in turn for each key. */
    private static final RedisScript<Long> WRITE = RedisScript.of("""
            local width = tonumber(ARGV[2]) * 2
            for i, key in ipairs(KEYS) do
              local from = 3 + (i - 1) * width
              redis.call('HSET', key, unpack(ARGV, from, from + width - 1))
              redis.call('PEXPIRE', key, ARGV[1])
            end
            return #KEYS
            """, Long.class);

    private final StringRedisTemplate redis;
    private final String prefix;
    private final Clock clock;
    private final ExchangeNames exchanges;
    private final Map<String, Quote> latest = new ConcurrentHashMap<>();
    private final Map<String, Level1Facts> facts = new ConcurrentHashMap<>();
    private volatile boolean ready;
    private boolean failing;

    LatestQuotes(StringRedisTemplate redis, String prefix, ExchangeNames exchanges, Clock clock) {
        this.redis = redis;
        this.prefix = prefix;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    void onQuotes(Collection<Quote> quotes) {
        quotes.forEach(quote -> latest.put(quote.symbol(), quote));
    }

    void onFacts(String symbol, Level1Facts told) {
        facts.put(symbol, told);
    }

    void onSessionReady(boolean nowReady) {
        ready = nowReady;
    }

    void forget(String symbol) {
        latest.remove(symbol);
        facts.remove(symbol);
    }

    /** The latest quote of every symbol that has one on a READY session, by symbol. */
    List<Quote> all() {
        return ready
                ? latest.values().stream()
                        .sorted(Comparator.comparing(Quote::symbol))
                        .toList()
                : List.of();
    }

    /** The latest quote of a symbol with what else is known; empty when there is none on a READY session. */
    Optional<QuoteDetail> find(String symbol) {
        return ready ? Optional.ofNullable(latest.get(symbol)).map(this::detail) : Optional.empty();
    }

    private QuoteDetail detail(Quote quote) {
        Level1Facts told = facts.getOrDefault(quote.symbol(), Level1Facts.NONE);
        return new QuoteDetail(
                quote,
                told,
                exchanges.names(told.bboExchange(), quote.bidExchange()),
                exchanges.names(told.bboExchange(), quote.askExchange()),
                String.join(",", exchanges.names(told.bboExchange(), told.lastExchange())),
                Duration.between(quote.receivedAt(), clock.instant()).toMillis());
    }

    /** Writes every newest quote again. */
    void writeAll() {
        write(latest.keySet());
    }

    /** Writes the newest quotes of these symbols. */
    void write(Collection<String> symbols) {
        List<Quote> due = new ArrayList<>();
        for (String symbol : symbols) {
            Quote quote = latest.get(symbol);
            if (quote != null) {
                due.add(quote);
            }
        }
        if (!ready || due.isEmpty()) {
            return;
        }
        try {
            writeHashes(due);
            failing = false;
        } catch (DataAccessException e) {
            if (!failing) {
                LOG.warn("latest quotes not written cause={}; their keys vanish until Redis is back", e.toString());
            }
            failing = true;
        }
    }

    private void writeHashes(List<Quote> quotes) {
        List<String> keys = new ArrayList<>(quotes.size());
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(RedisKeys.QUOTE_TIME_TO_LIVE.toMillis()));
        for (Quote quote : quotes) {
            Map<String, String> fields = fields(quote);
            if (keys.isEmpty()) {
                arguments.add(Integer.toString(fields.size()));
            }
            keys.add(prefix + RedisKeys.quote(quote.symbol()));
            fields.forEach((name, value) -> {
                arguments.add(name);
                arguments.add(value);
            });
        }
        redis.execute(WRITE, keys, arguments.toArray());
    }

    private Map<String, String> fields(Quote quote) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("symbol", quote.symbol());
        fields.put("contractId", quote.contractId().toString());
        fields.put("bid", text(quote.bid()));
        fields.put("bidSize", text(quote.bidSize()));
        fields.put("ask", text(quote.ask()));
        fields.put("askSize", text(quote.askSize()));
        fields.put("last", text(quote.last()));
        fields.put("lastSize", text(quote.lastSize()));
        fields.put("bidExchange", quote.bidExchange());
        fields.put("askExchange", quote.askExchange());
        fields.put("dataType", quote.dataType().name());
        fields.put("connection", Long.toString(quote.connection()));
        fields.put("sequence", Long.toString(quote.sequence()));
        fields.put("receivedAt", quote.receivedAt().toString());
        addFacts(fields, quote, facts.getOrDefault(quote.symbol(), Level1Facts.NONE));
        fields.put("at", clock.instant().toString());
        return fields;
    }

    private void addFacts(Map<String, String> fields, Quote quote, Level1Facts told) {
        fields.put("bidExchangeNames", names(told, quote.bidExchange()));
        fields.put("askExchangeNames", names(told, quote.askExchange()));
        fields.put("lastExchangeName", names(told, told.lastExchange()));
        fields.put("open", text(told.open()));
        fields.put("high", text(told.high()));
        fields.put("low", text(told.low()));
        fields.put("close", text(told.close()));
        fields.put("volume", text(told.volume()));
        fields.put("vwap", text(told.vwap()));
        fields.put("lastTradeAt", text(told.lastTradeAt()));
        fields.put("lastSingleTrade", text(told.lastSingleTrade()));
        fields.put("halted", told.halted().name());
        fields.put("shortable", text(told.shortable()));
        fields.put("shortableShares", text(told.shortableShares()));
        fields.put("minTick", text(told.minTick()));
    }

    private String names(Level1Facts told, String letters) {
        return String.join(",", exchanges.names(told.bboExchange(), letters));
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
