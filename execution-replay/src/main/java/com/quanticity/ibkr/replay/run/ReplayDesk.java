package com.quanticity.ibkr.replay.run;

import com.quanticity.ibkr.model.contract.ContractFact;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.replay.ReplayProperties;
import com.quanticity.ibkr.replay.recording.Recordings;
import com.quanticity.ibkr.service.problem.ApiException;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Starts, cancels and finds replays. Thread-safe. */
final class ReplayDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayDesk.class);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private record Running(ReplayRunner runner, Thread thread) {}

    private final Recordings recordings;
    private final RunTable table;
    private final StreamBus bus;
    private final StringRedisTemplate redis;
    private final Clock clock;
    private final ReplayProperties properties;
    private final Ulid ids;
    private final ReplayContracts contracts = new ReplayContracts();
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final ReentrantLock starting = new ReentrantLock();
    private final StreamSubscription references;

    ReplayDesk(
            Recordings recordings,
            RunTable table,
            StreamBus bus,
            StringRedisTemplate redis,
            Clock clock,
            ReplayProperties properties) {
        this.recordings = recordings;
        this.table = table;
        this.bus = bus;
        this.redis = redis;
        this.clock = clock;
        this.properties = properties;
        this.ids = new Ulid(clock);
        int interrupted = table.interruptRunning(clock.instant());
        if (interrupted > 0) {
            LOG.warn("replays interrupted by the last end of this service count={}", interrupted);
        }
        this.references = bus.tail(Topics.CONTRACT_REFERENCE, TailFrom.OLDEST, message -> learn(message.data()));
    }

    /** The prefix of a run's keys. */
    static String prefix(String busPrefix, String runId) {
        return busPrefix + "replay:" + runId + ":";
    }

    /**
     * Starts a replay, or finds the one that the key started before.
     *
     * @throws ApiException when the request does not fit the recordings, the key belongs to another request, or too many replays run
     */
    ReplayRun start(ReplayRequest request, @Nullable String idempotencyKey) {
        starting.lock();
        try {
            ReplayPlan plan = ReplayPlan.of(request, recordings);
            ReplayRun known = idempotencyKey == null
                    ? null
                    : table.findByKey(idempotencyKey).orElse(null);
            if (known != null) {
                return sameOrConflict(known, plan);
            }
            if (running.size() >= properties.maximumRuns()) {
                throw ApiException.tooMany(
                        "TOO_MANY_REPLAYS",
                        running.size() + " replays run, the limit is " + properties.maximumRuns()
                                + "; wait for one, cancel one, or raise ibkr.replay.maximum-runs");
            }
            return start(plan, idempotencyKey);
        } finally {
            starting.unlock();
        }
    }

    /** Ends a running replay; one that has ended stays as it is. */
    void cancel(String runId) {
        Running run = running.get(runId);
        if (run != null) {
            run.runner().cancel();
        }
    }

    /** Interrupts what runs; it is marked so. */
    @Override
    public void close() {
        references.close();
        running.values().forEach(run -> run.thread().interrupt());
        running.values().forEach(run -> join(run.thread()));
    }

    private ReplayRun sameOrConflict(ReplayRun known, ReplayPlan plan) {
        if (!table.wasStartedBy(known.runId(), plan)) {
            throw ApiException.conflict(
                    "IDEMPOTENCY_CONFLICT",
                    "this Idempotency-Key started replay " + known.runId()
                            + " from another request; use a new key for a new replay");
        }
        return known;
    }

    private ReplayRun start(ReplayPlan plan, @Nullable String idempotencyKey) {
        String runId = ids.next();
        table.insert(runId, idempotencyKey, plan, clock.instant());
        ReplayRunner runner = new ReplayRunner(
                runId,
                plan,
                bus.withPrefix(prefix(bus.prefix(), runId)),
                redis,
                table,
                contracts,
                clock,
                properties.streamTimeToLive());
        Thread thread = Thread.ofVirtual().name("replay-" + runId).unstarted(() -> {
            try {
                runner.run();
            } finally {
                running.remove(runId);
            }
        });
        running.put(runId, new Running(runner, thread));
        thread.start();
        return table.find(runId).orElseThrow();
    }

    /** Recordings are of stocks. */
    private void learn(ContractFact fact) {
        if (fact instanceof ContractReference reference && reference.contract().securityType() == SecurityType.STOCK) {
            contracts.learn(reference.contract().symbol(), reference.contract().id());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(CLOSE_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
