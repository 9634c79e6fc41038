package com.quanticity.ibkr.replay.run;

import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.replay.recording.MalformedRecordingException;
import com.quanticity.ibkr.replay.recording.MergedQuotes;
import com.quanticity.ibkr.replay.recording.RecordedQuote;
import com.quanticity.ibkr.replay.recording.Recordings;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Plays one plan onto {@code market.quote} under the run's prefix: rows that are due together go as one entry. The quotes carry the
 * recorded time as {@code receivedAt} and the start of the run as {@code connection}. While Redis is away the run waits; an entry whose
 * publication is not certain is published again, with the same quote numbers.
 */
final class ReplayRunner implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);
    private static final int LARGEST_BATCH = 500;
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);

    private final String runId;
    private final ReplayPlan plan;
    private final StreamBus bus;
    private final StringRedisTemplate redis;
    private final RunTable table;
    private final ReplayContracts contracts;
    private final Clock clock;
    private final Duration streamTimeToLive;
    private final RunCounts counts;
    private final List<RecordedQuote> due = new ArrayList<>(LARGEST_BATCH);
    private final long connection;
    private volatile boolean cancelled;
    private long sequence;
    private long nextProgressNanos;

    /** @param bus on the run's own streams */
    ReplayRunner(
            String runId,
            ReplayPlan plan,
            StreamBus bus,
            StringRedisTemplate redis,
            RunTable table,
            ReplayContracts contracts,
            Clock clock,
            Duration streamTimeToLive) {
        this.runId = runId;
        this.plan = plan;
        this.bus = bus;
        this.redis = redis;
        this.table = table;
        this.contracts = contracts;
        this.clock = clock;
        this.streamTimeToLive = streamTimeToLive;
        this.counts = new RunCounts(plan.files().keySet());
        this.connection = clock.millis();
    }

    /** Ends the run after the entry it is at. */
    void cancel() {
        cancelled = true;
    }

    @Override
    public void run() {
        LOG.info(
                "replay started runId={} symbols={} speed={}",
                runId,
                plan.files().keySet(),
                plan.speedText());
        ReplayState state = ReplayState.FAILED;
        String reason = "the service ended while it ran";
        try {
            play();
            state = cancelled ? ReplayState.CANCELLED : ReplayState.COMPLETED;
            reason = "";
        } catch (InterruptedException e) {
            state = ReplayState.INTERRUPTED;
        } catch (MalformedRecordingException e) {
            reason = String.valueOf(e.getMessage());
        } catch (StreamUnavailableException e) {
            state = ReplayState.CANCELLED;
            reason = "Redis was away; the last quotes may not have arrived";
        } catch (RuntimeException e) {
            LOG.error("replay failed runId={}", runId, e);
            reason = "failed: " + e.getMessage();
        }
        end(state, reason);
    }

    private void play() throws InterruptedException {
        try (MergedQuotes rows = Recordings.open(plan.files(), plan.from(), plan.to())) {
            Pace pace = null;
            for (RecordedQuote row = rows.next(); row != null && !cancelled; row = rows.next()) {
                if (pace == null) {
                    pace = new Pace(row.at(), plan.speed());
                }
                if (due.size() == LARGEST_BATCH || !pace.isDue(row.at())) {
                    publishDue();
                    pace.await(row.at(), () -> cancelled);
                }
                counts.read(row);
                due.add(row);
            }
        } catch (MalformedRecordingException e) {
            publishDue(); // nothing that was read before the fault is lost
            throw e;
        }
        publishDue();
    }

    private void publishDue() throws InterruptedException {
        if (due.isEmpty()) {
            return;
        }
        QuoteBatch batch = new QuoteBatch(due.stream().map(this::quote).toList());
        while (!published(batch)) {
            Thread.sleep(RETRY_PAUSE);
        }
        counts.published(due);
        due.clear();
        reportProgress();
    }

    /** @throws StreamUnavailableException when Redis is away and the run was cancelled */
    private boolean published(QuoteBatch batch) {
        try {
            bus.publish(Topics.MARKET_QUOTE, "", batch);
            return true;
        } catch (StreamUnavailableException e) {
            if (cancelled) {
                throw e;
            }
            return false;
        }
    }

    private Quote quote(RecordedQuote row) {
        return new Quote(
                row.symbol(),
                contracts.of(row.symbol()),
                row.bid(),
                row.bidSize(),
                row.ask(),
                row.askSize(),
                null,
                null,
                row.bidExchange(),
                row.askExchange(),
                MarketDataType.LIVE,
                connection,
                ++sequence,
                row.at());
    }

    private void reportProgress() {
        long now = System.nanoTime();
        if (now - nextProgressNanos < 0) {
            return;
        }
        nextProgressNanos = now + PROGRESS_EVERY.toNanos();
        try {
            table.progress(runId, counts.progress());
        } catch (DataAccessException | CannotCreateTransactionException e) {
            LOG.debug("progress not stored runId={} cause={}", runId, e.toString());
        }
    }

    private void end(ReplayState state, String reason) {
        expireStream();
        @Nullable Exception failure = null;
        for (int attempt = 0; attempt < 120; attempt++) {
            try {
                table.end(runId, state, reason, counts.progress(), clock.instant());
                LOG.info("replay ended runId={} state={} reason={}", runId, state, reason);
                return;
            } catch (DataAccessException | CannotCreateTransactionException e) {
                failure = e;
                if (state == ReplayState.INTERRUPTED || !slept()) {
                    break;
                }
            }
        }
        LOG.error("replay's end not stored runId={} state={} cause={}", runId, state, String.valueOf(failure));
    }

    private void expireStream() {
        try {
            redis.expire(bus.prefix() + StreamName.MARKET_QUOTE.text(), streamTimeToLive);
        } catch (DataAccessException e) {
            LOG.warn("replay's stream does not expire runId={} cause={}; delete it by hand", runId, e.toString());
        }
    }

    private static boolean slept() {
        try {
            Thread.sleep(RETRY_PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
