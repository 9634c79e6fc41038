package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gives resolved contracts to {@code contract.reference}, {@code ib:contract:{conid}} and {@code ib_contract_reference}. Each of the
 * three is tried until it succeeds, the latest answer of a contract only. The keys are renewed at half their lifetime.
 */
final class ContractPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContractPublisher.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration RENEWAL = RedisKeys.CONTRACT_TIME_TO_LIVE.dividedBy(2);
    private static final String UPSERT = """
            insert into adapter.ib_contract_reference values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (contract_id) do update set
              symbol = excluded.symbol, security_type = excluded.security_type, exchange = excluded.exchange,
              primary_exchange = excluded.primary_exchange, currency = excluded.currency,
              local_symbol = excluded.local_symbol, trading_class = excluded.trading_class,
              long_name = excluded.long_name, min_tick = excluded.min_tick,
              valid_exchanges = excluded.valid_exchanges, time_zone_id = excluded.time_zone_id,
              trading_hours = excluded.trading_hours, liquid_hours = excluded.liquid_hours,
              answered_at = excluded.answered_at""";

    /** Places that want every contract. */
    private enum Place {
        STREAM,
        KEY,
        TABLE
    }

    private final StreamBus bus;
    private final StringRedisTemplate redis;
    private final JdbcTemplate database;
    private final ContractDirectory directory;
    private final Map<Place, Map<String, ContractReference>> due = Map.of(
            Place.STREAM, new ConcurrentHashMap<>(),
            Place.KEY, new ConcurrentHashMap<>(),
            Place.TABLE, new ConcurrentHashMap<>());
    private final Set<Place> failing = EnumSet.noneOf(Place.class);
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("contract-publisher").factory());

    ContractPublisher(StreamBus bus, StringRedisTemplate redis, JdbcTemplate database, ContractDirectory directory) {
        this.bus = bus;
        this.redis = redis;
        this.database = database;
        this.directory = directory;
    }

    void start() {
        Future<?> _ =
                worker.scheduleWithFixedDelay(this::flush, RETRY.toMillis(), RETRY.toMillis(), TimeUnit.MILLISECONDS);
        Future<?> _ = worker.scheduleWithFixedDelay(
                this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Never blocks. */
    void publish(ContractReference reference) {
        due.values().forEach(place -> place.put(reference.contract().symbol(), reference));
        if (!worker.isShutdown()) {
            worker.execute(this::flush);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void renew() {
        directory
                .references()
                .forEach(reference ->
                        waitingAt(Place.KEY).put(reference.contract().symbol(), reference));
        flush();
    }

    private void flush() {
        for (Place place : List.of(Place.STREAM, Place.KEY, Place.TABLE)) {
            try {
                flush(place);
                failing.remove(place);
            } catch (RuntimeException e) {
                if (failing.add(place)) {
                    LOG.warn(
                            "contracts not written place={} cause={}; tried again until they are", place, e.toString());
                }
            }
        }
    }

    private void flush(Place place) {
        Map<String, ContractReference> waiting = waitingAt(place);
        waiting.forEach((symbol, reference) -> {
            write(place, reference);
            waiting.remove(symbol, reference);
        });
    }

    private void write(Place place, ContractReference reference) {
        switch (place) {
            case STREAM ->
                bus.publish(Topics.CONTRACT_REFERENCE, reference.contract().id().toString(), reference);
            case KEY ->
                redis.opsForValue()
                        .set(
                                bus.prefix()
                                        + RedisKeys.contract(
                                                reference.contract().id()),
                                ModelJson.write(reference),
                                RedisKeys.CONTRACT_TIME_TO_LIVE);
            case TABLE -> store(reference);
        }
    }

    private void store(ContractReference reference) {
        Contract contract = reference.contract();
        database.update(
                UPSERT,
                contract.id().value(),
                contract.symbol(),
                contract.securityType().name(),
                contract.exchange(),
                contract.primaryExchange(),
                contract.currency(),
                contract.localSymbol(),
                contract.tradingClass(),
                reference.longName(),
                reference.minTick(),
                String.join(",", reference.validExchanges()),
                reference.timeZoneId(),
                reference.tradingHours(),
                reference.liquidHours(),
                Timestamp.from(reference.at()));
    }

    private Map<String, ContractReference> waitingAt(Place place) {
        return Objects.requireNonNull(due.get(place));
    }
}
