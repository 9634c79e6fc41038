package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.historical.JobRun.Flight;
import com.quanticity.ibkr.adapter.historical.ask.Answers;
import com.quanticity.ibkr.adapter.historical.ask.Question;
import com.quanticity.ibkr.adapter.historical.job.JobState;
import com.quanticity.ibkr.adapter.historical.job.JobStore;
import com.quanticity.ibkr.adapter.historical.job.StoredJob;
import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.gateway.session.FarmStatus;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.HistoryLine;
import com.quanticity.ibkr.gateway.session.Impairment;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Runs the downloads on a thread of its own, so that neither the session nor a request waits for the database.
 *
 * <p>The session's history lane keeps the broker's limits; this desk gives it one question at a time and the next when that has left, so
 * that an urgent download waits for one question at most and a cancelled one leaves nothing behind in the lane. Downloads take turns.
 *
 * <p>An answer is stored before anything else happens with its download. While the database is away the answer waits and nothing is asked.
 */
final class DownloadDesk implements SessionParticipant, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DownloadDesk.class);
    private static final Duration QUICK = Duration.ofMillis(20);
    private static final Duration WATCHFUL = Duration.ofMillis(250);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(1);
    /** The lane may hold a question for ten minutes and more; the wait for the answer is counted here, from its leaving on. */
    private static final Duration LAST_RESORT = Duration.ofHours(1);

    private final GatewaySession session;
    private final JobStore store;
    private final Downloads downloads;
    private final AnswerDesk answers;
    private final ProgressDesk progress;
    private final HistoricalProperties properties;
    private final Clock clock;
    private final LinkedBlockingDeque<Runnable> inbox = new LinkedBlockingDeque<>();
    private final Thread thread;
    private volatile boolean closed;
    private boolean databaseAway;

    DownloadDesk(
            GatewaySession session,
            JobStore store,
            Downloads downloads,
            AnswerDesk answers,
            ProgressDesk progress,
            HistoricalProperties properties,
            Clock clock) {
        this.session = session;
        this.store = store;
        this.downloads = downloads;
        this.answers = answers;
        this.progress = progress;
        this.properties = properties;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("download-desk").daemon().unstarted(this::run);
    }

    void start() {
        inbox.add(() -> store.active().forEach(this::resume));
        thread.start();
    }

    private void resume(StoredJob stored) {
        if (downloads.find(stored.job().id()).isEmpty()) {
            LOG.info(
                    "download resumed jobId={} symbol={} state={}",
                    stored.job().id(),
                    stored.job().symbol(),
                    stored.status().state());
            downloads.add(stored, store.pieces(stored.job().id()));
        }
    }

    /** Takes over a download that has just been stored. */
    void onCreated(String id) {
        inbox.add(() -> store.find(id)
                .filter(stored -> !stored.status().state().isFinal())
                .ifPresent(this::resume));
    }

    /** Runs something on the downloads' thread. */
    <T> CompletableFuture<T> call(Supplier<T> step) {
        CompletableFuture<T> result = new CompletableFuture<>();
        inbox.add(() -> {
            try {
                result.complete(step.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Holds, resumes or cancels a download; empty when it is final or unknown. Downloads' thread only. */
    Optional<JobRun> change(String id, JobState wanted, String reason) {
        Optional<JobRun> found = downloads.find(id);
        found.ifPresent(run -> {
            if (wanted != JobState.RUNNING) {
                withdraw(run);
            }
            answers.enter(run, wanted, reason);
            tell(); // before the caller looks what became of it
        });
        return found;
    }

    private void withdraw(JobRun run) {
        Flight flight = run.flight();
        if (flight == null) {
            return;
        }
        if (!session.withdraw(flight.reqId())) {
            end(flight, Duration.between(flight.askedAt(), clock.instant()));
        }
        run.landed();
    }

    @Override
    public void onStateChange(SessionEvent event) {
        inbox.add(() -> {});
    }

    @Override
    public void onFarm(FarmStatus farm) {
        inbox.add(() -> {});
    }

    @Override
    public void close() {
        closed = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        inbox.add(() -> {});
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                step(inbox.poll(pause().toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("download step failed; the others go on", e);
            }
        }
    }

    private void step(@Nullable Runnable next) throws InterruptedException {
        Runnable left = next;
        try {
            if (left != null) {
                left.run();
                left = null;
            }
            work();
            databaseAway = false;
        } catch (DataAccessException | TransactionException e) {
            if (left != null) {
                inbox.addFirst(left);
            }
            if (!databaseAway) {
                LOG.warn("downloads wait for the database cause={}", e.toString());
            }
            databaseAway = true;
            TimeUnit.MILLISECONDS.sleep(DATABASE_PAUSE.toMillis());
        }
    }

    private Duration pause() {
        Instant now = clock.instant();
        if (downloads.nextTurn(now).isPresent()
                && downloads.underWay() < properties.atOnce()
                && obstacle().isEmpty()) {
            return session.historyLine().waiting() == 0 ? QUICK : WATCHFUL;
        }
        return downloads.isEmpty() ? IDLE : WATCHFUL;
    }

    private void work() {
        Instant now = clock.instant();
        HistoryLine line = session.historyLine();
        if (line.waiting() == 0) {
            downloads.all().forEach(run -> run.left(now));
        }
        downloads.all().forEach(run -> endLate(run, now));
        Optional<String> obstacle = obstacle();
        if (obstacle.isEmpty() && line.waiting() == 0 && downloads.underWay() < properties.atOnce()) {
            downloads.takeTurn(now).ifPresent(this::ask);
        }
        tell();
    }

    private void tell() {
        progress.tell(downloads.all(), obstacle().orElse(""), session.historyLine(), clock.instant());
    }

    private void ask(JobRun run) {
        Question question = run.next();
        int reqId = session.nextRequestId();
        if (run.status().state() == JobState.QUEUED) {
            answers.enter(run, JobState.RUNNING, "");
        }
        run.asked(reqId, question, clock.instant());
        session.ask(question.request(reqId), LAST_RESORT)
                .thenAccept(outcome -> inbox.add(() -> onOutcome(run, reqId, question, outcome)));
    }

    private void onOutcome(JobRun run, int reqId, Question question, RequestOutcome outcome) {
        if (!run.isUnderWay(reqId)) {
            return;
        }
        if (question instanceof Question.FirstData && outcome.isAnswered()) {
            question.cancel(reqId).ifPresent(session::send);
        }
        answers.onAnswer(run, question, Answers.read(question, outcome));
    }

    /** A question without an answer holds one of the gateway's places until it is cancelled. */
    private void endLate(JobRun run, Instant now) {
        Flight flight = run.flight();
        if (flight != null
                && flight.leftAt() != null
                && now.isAfter(flight.leftAt().plus(properties.answerTimeout()))) {
            end(flight, properties.answerTimeout());
            answers.onAnswer(
                    run,
                    flight.question(),
                    Answers.read(flight.question(), new RequestOutcome.TimedOut(properties.answerTimeout())));
        }
    }

    /** Ticks have no cancel on the wire: their place is given up. */
    private void end(Flight flight, Duration waited) {
        flight.question()
                .cancel(flight.reqId())
                .ifPresentOrElse(session::send, () -> session.giveUp(flight.reqId(), waited));
    }

    /** Why nothing can be asked now, empty when it can. */
    private Optional<String> obstacle() {
        if (!session.state().isUsable()) {
            return Optional.of("the session is " + session.state() + "; downloads go on when it is READY");
        }
        return session.impairments().stream()
                .filter(impairment -> impairment.kind() == Impairment.Kind.HISTORY_FARM)
                .map(impairment ->
                        "history farm " + impairment.subject() + " is broken; downloads go on when it is back")
                .findFirst();
    }
}
