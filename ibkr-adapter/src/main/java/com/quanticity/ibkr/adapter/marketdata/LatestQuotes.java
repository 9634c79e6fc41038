package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * The hash {@code ib:l1:{symbol}}: the fields of {@link Quote} and of {@link Level1Facts} by name, the exchanges by their own, empty =
 * absent, {@code valid} and, when false, {@code invalidBecause} = whether it may price an order, and {@code at} = when it was written. Facts
 * are written with the next quote when they are new, at the latest with the next refresh. All symbols of a drain go in one script call, and value and lifetime are set together: a hash without a lifetime would show an old price
 * for ever.
 *
 * <p>Absence means stale. A quiet market is not stale, so the latest quotes of a READY session are written again every two seconds. What
 * is not proven to come (silent, refused, in a gap, its farm broken) is deleted at once; when Redis is away the key vanishes by itself. What is written is always the newest quote known, also while
 * older ones still wait for their stream. Thread-safe.
 */
public final class LatestQuotes {

    private static final Logger LOG = LoggerFactory.getLogger(LatestQuotes.class);

    /** ARGV: lifetime, then for each key the number of its fields, and field and value in turn. */
    private static final RedisScript<Long> WRITE = RedisScript.of("""
            local at = 2
            for _, key in ipairs(KEYS) do
              local width = tonumber(ARGV[at]) * 2
              redis.call('HSET', key, unpack(ARGV, at + 1, at + width))
              redis.call('PEXPIRE', key, ARGV[1])
              at = at + width + 1
            end
            return #KEYS
            """, Long.class);

    private final StringRedisTemplate redis;
    private final String prefix;
    private final Clock clock;
    private final ExchangeNames exchanges;
    private final Map<String, Quote> latest = new ConcurrentHashMap<>();
    private final Map<ContractId, String> symbols = new ConcurrentHashMap<>();
    private final Map<String, Level1Facts> facts = new ConcurrentHashMap<>();
    /** What the hash of a symbol holds already. */
    private final Map<String, Level1Facts> writtenFacts = new ConcurrentHashMap<>();

    private final Set<String> doubted = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String behind;
    private volatile boolean ready;
    private boolean failing;

    LatestQuotes(StringRedisTemplate redis, String prefix, ExchangeNames exchanges, Clock clock) {
        this.redis = redis;
        this.prefix = prefix;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    void onQuotes(Collection<Quote> quotes) {
        for (Quote quote : quotes) {
            latest.put(quote.symbol(), quote);
            symbols.put(quote.contractId(), quote.symbol());
        }
    }

    void onFacts(String symbol, Level1Facts told) {
        facts.put(symbol, told);
    }

    /**
     * While it is not served its quote is known and shown to nobody; afterwards it is shown with the next one, or the next refresh.
     *
     * @return whether it is to be taken away now
     */
    boolean onServed(String symbol, boolean served) {
        if (served) {
            doubted.remove(symbol);
            return false;
        }
        return doubted.add(symbol);
    }

    /** @param why all quotes are late; null when they are not */
    void onBehind(@Nullable String why) {
        behind = why;
    }

    /** Every symbol that something is known of. */
    Set<String> symbols() {
        return Set.copyOf(latest.keySet());
    }

    void onSessionReady(boolean nowReady) {
        ready = nowReady;
    }

    void forget(String symbol) {
        latest.remove(symbol);
        facts.remove(symbol);
    }

    /** The latest quote of every symbol that is served, by symbol; none while the session is not READY. */
    public List<Quote> all() {
        return latest.values().stream()
                .filter(quote -> isShown(quote.symbol()))
                .sorted(Comparator.comparing(Quote::symbol))
                .toList();
    }

    private boolean isShown(String symbol) {
        return ready && !doubted.contains(symbol) && latest.containsKey(symbol);
    }

    /** The latest quote of a contract; empty when it is not served, or the session is not READY. Must not block. */
    public Optional<Quote> quote(ContractId contractId) {
        String symbol = symbols.get(contractId);
        return symbol != null && isShown(symbol) ? Optional.ofNullable(latest.get(symbol)) : Optional.empty();
    }

    /** What is known of a contract beside its quote. Must not block. */
    public Level1Facts facts(ContractId contractId) {
        String symbol = symbols.get(contractId);
        return symbol == null ? Level1Facts.NONE : facts.getOrDefault(symbol, Level1Facts.NONE);
    }

    /** The latest quote of a symbol with what else is known; empty when it is not served, or the session is not READY. */
    Optional<QuoteDetail> find(String symbol) {
        return isShown(symbol) ? Optional.ofNullable(latest.get(symbol)).map(this::detail) : Optional.empty();
    }

    private QuoteDetail detail(Quote quote) {
        Level1Facts told = facts.getOrDefault(quote.symbol(), Level1Facts.NONE);
        return new QuoteDetail(
                quote,
                whyNotValid(quote),
                told,
                exchanges.names(told.bboExchange(), quote.bidExchange()),
                exchanges.names(told.bboExchange(), quote.askExchange()),
                String.join(",", exchanges.names(told.bboExchange(), told.lastExchange())),
                Duration.between(quote.receivedAt(), clock.instant()).toMillis());
    }

    /** Why a quote that is served may price no order, null when it may. */
    private @Nullable String whyNotValid(Quote quote) {
        String late = behind;
        if (late != null) {
            return late;
        }
        return quote.dataType() == MarketDataType.LIVE ? null : "its data is " + quote.dataType();
    }

    /** Writes every newest quote that is shown again. */
    void writeAll() {
        writtenFacts.clear();
        writeShown(latest.keySet());
    }

    /** Writes the newest quotes of these symbols, and takes away those that are not shown. */
    void write(Collection<String> symbols) {
        List<String> hidden =
                symbols.stream().filter(symbol -> !isShown(symbol)).toList();
        hidden.forEach(writtenFacts::remove);
        List<String> gone =
                hidden.stream().map(symbol -> prefix + RedisKeys.quote(symbol)).toList();
        tryWriting(() -> redis.unlink(gone), gone.isEmpty());
        writeShown(symbols);
    }

    private void writeShown(Collection<String> symbols) {
        List<Quote> due = new ArrayList<>();
        for (String symbol : symbols) {
            Quote quote = latest.get(symbol);
            if (quote != null && isShown(symbol)) {
                due.add(quote);
            }
        }
        tryWriting(() -> writeHashes(due), due.isEmpty());
    }

    private void tryWriting(Runnable write, boolean isNothing) {
        if (isNothing) {
            return;
        }
        try {
            write.run();
            failing = false;
        } catch (DataAccessException e) {
            writtenFacts.clear();
            if (!failing) {
                LOG.warn("latest quotes not written cause={}; their keys vanish until Redis is back", e.toString());
            }
            failing = true;
        }
    }

    private void writeHashes(List<Quote> quotes) {
        List<String> keys = new ArrayList<>(quotes.size());
        ArrayList<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(RedisKeys.QUOTE_TIME_TO_LIVE.toMillis()));
        for (Quote quote : quotes) {
            Map<String, String> fields = fields(quote);
            arguments.add(Integer.toString(fields.size()));
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
        Level1Facts told = facts.getOrDefault(quote.symbol(), Level1Facts.NONE);
        fields.put("bidExchangeNames", names(told, quote.bidExchange()));
        fields.put("askExchangeNames", names(told, quote.askExchange()));
        fields.put("dataType", quote.dataType().name());
        String whyNot = whyNotValid(quote);
        fields.put("valid", Boolean.toString(whyNot == null));
        fields.put("invalidBecause", text(whyNot));
        fields.put("connection", Long.toString(quote.connection()));
        fields.put("sequence", Long.toString(quote.sequence()));
        fields.put("receivedAt", quote.receivedAt().toString());
        if (!told.equals(writtenFacts.put(quote.symbol(), told))) {
            addFacts(fields, told);
        }
        fields.put("at", clock.instant().toString());
        return fields;
    }

    private void addFacts(Map<String, String> fields, Level1Facts told) {
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
