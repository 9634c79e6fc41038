package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.model.contract.ContractChange;
import com.quanticity.ibkr.model.contract.ContractFact;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.OccMapping;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Gives what is known of contracts to {@code contract.reference}, {@code ib:contract:{conid}} and the tables. Each of the three is tried
 * until it succeeds, of one thing the latest only. The keys are renewed at half their lifetime, those of blocked contracts are not.
 */
final class ContractPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContractPublisher.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);
    private static final Duration RENEWAL = RedisKeys.CONTRACT_TIME_TO_LIVE.dividedBy(2);

    /** Places that are written. */
    private enum Place {
        STREAM,
        KEY,
        TABLE
    }

    private final StreamBus bus;
    private final StringRedisTemplate redis;
    private final ContractStore store;
    private final ContractDirectory directory;
    private final Map<Place, Map<Object, Runnable>> due = Map.of(
            Place.STREAM, new ConcurrentHashMap<>(),
            Place.KEY, new ConcurrentHashMap<>(),
            Place.TABLE, new ConcurrentHashMap<>());
    private final Set<Place> failing = EnumSet.noneOf(Place.class);
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("contract-publisher").factory());

    ContractPublisher(StreamBus bus, StringRedisTemplate redis, ContractStore store, ContractDirectory directory) {
        this.bus = bus;
        this.redis = redis;
        this.store = store;
        this.directory = directory;
    }

    void start() {
        Future<?> _ =
                worker.scheduleWithFixedDelay(this::flush, RETRY.toMillis(), RETRY.toMillis(), TimeUnit.MILLISECONDS);
        Future<?> _ = worker.scheduleWithFixedDelay(
                this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Never blocks. */
    void publish(ContractFact fact) {
        switch (fact) {
            case ContractReference reference -> {
                put(
                        Place.STREAM,
                        reference.contractId(),
                        () -> toStream(reference.contractId().toString(), fact));
                put(Place.KEY, reference.contractId(), () -> toKey(reference));
                put(Place.TABLE, reference.contractId(), () -> store.save(reference));
            }
            case ContractChange change -> {
                List<Object> key = List.of(change.day(), change.contractId(), change.field());
                put(Place.STREAM, key, () -> toStream(change.contractId().toString(), fact));
                put(Place.TABLE, key, () -> store.save(change));
            }
            case OccMapping mapping -> {
                put(
                        Place.STREAM,
                        mapping.symbol(),
                        () -> toStream(mapping.symbol().compact(), fact));
                put(Place.TABLE, mapping.symbol(), () -> store.save(mapping));
            }
        }
        flushSoon();
    }

    /**
     * Writes something else to the tables, until it succeeds. Never blocks.
     *
     * @param key a later write under the same key replaces one that waits
     */
    void store(Object key, Runnable write) {
        put(Place.TABLE, key, write);
        flushSoon();
    }

    /** Blocks until everything that waits was tried once, or for a few seconds. */
    void flushNow() {
        try {
            worker.submit((Runnable) this::flush).get(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("contracts not written in time cause={}", e.toString());
        }
    }

    /** Nothing waits to be written. */
    boolean isIdle() {
        return due.values().stream().allMatch(Map::isEmpty);
    }

    /** Writes what waits before it ends. */
    @Override
    public void close() {
        if (!worker.isShutdown()) {
            flushNow();
            worker.shutdownNow();
        }
    }

    private void put(Place place, Object key, Runnable write) {
        waitingAt(place).put(key, write);
    }

    private void flushSoon() {
        if (!worker.isShutdown()) {
            worker.execute(this::flush);
        }
    }

    private void renew() {
        directory.references().stream()
                .filter(reference -> directory.blocked(reference.contractId()).isEmpty())
                .forEach(reference -> put(Place.KEY, reference.contractId(), () -> toKey(reference)));
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
        Map<Object, Runnable> waiting = waitingAt(place);
        waiting.forEach((key, write) -> {
            write.run();
            waiting.remove(key, write);
        });
    }

    private void toStream(String key, ContractFact fact) {
        bus.publish(Topics.CONTRACT_REFERENCE, key, fact);
    }

    private void toKey(ContractReference reference) {
        redis.opsForValue()
                .set(
                        bus.prefix() + RedisKeys.contract(reference.contractId()),
                        ModelJson.write(reference),
                        RedisKeys.CONTRACT_TIME_TO_LIVE);
    }

    private Map<Object, Runnable> waitingAt(Place place) {
        return Objects.requireNonNull(due.get(place));
    }
}
