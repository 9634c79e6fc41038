package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.console.ConsoleMeter;
import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.console.command.CommandOutcome.Refused;
import com.quanticity.ibkr.console.command.CommandOutcome.Taken;
import com.quanticity.ibkr.console.command.CommandOutcome.Uncertain;
import com.quanticity.ibkr.console.freshness.Ages;
import com.quanticity.ibkr.console.login.Person;
import com.quanticity.ibkr.console.timeline.Timeline;
import com.quanticity.ibkr.console.timeline.TimelineEntry;
import com.quanticity.ibkr.console.trading.TradingStateBook;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Resumes trading: one person asks, another approves before the request lapses, one of them a risk officer or admin. Needs the database
 * and a fresh trading state; refuses without. Thread-safe.
 */
public final class ResumeDesk {

    private static final int LONGEST_SENTENCE = 200;
    private static final String REQUEST = "RESUME_REQUEST";
    private static final String APPROVE = "RESUME_APPROVE";
    private static final String REFUSE = "RESUME_REFUSE";
    private static final String NO_DATABASE =
            "PostgreSQL does not answer, so nothing was decided. Restore it and try again; trading stays as it is.";

    private final StreamBus bus;
    private final Approvals approvals;
    private final ResumeCheck check;
    private final CommandTracker tracker;
    private final TradingStateBook trading;
    private final Audit audit;
    private final Timeline timeline;
    private final Clock clock;
    private final Duration lifetime;
    private final MeterRegistry meters;
    private final Ulid ids;
    private volatile @Nullable Approval pending;
    private final AtomicLong version = new AtomicLong();

    ResumeDesk(
            StreamBus bus,
            Approvals approvals,
            ResumeCheck check,
            CommandTracker tracker,
            TradingStateBook trading,
            Audit audit,
            Timeline timeline,
            Clock clock,
            Duration lifetime,
            MeterRegistry meters) {
        this.bus = bus;
        this.approvals = approvals;
        this.check = check;
        this.tracker = tracker;
        this.trading = trading;
        this.audit = audit;
        this.timeline = timeline;
        this.clock = clock;
        this.lifetime = lifetime;
        this.meters = meters;
        this.ids = new Ulid(clock);
    }

    /** Takes up a request that waits from before a restart. */
    public void start() {
        pending = approvals.pending().orElse(null);
        lapse();
    }

    /** The request that waits for its second person. */
    Optional<Approval> pending() {
        Approval request = pending;
        return Optional.ofNullable(request).filter(waiting -> !waiting.isLapsed(clock.instant()));
    }

    long version() {
        return version.get();
    }

    /** Ends a request that nobody decided in time. */
    public synchronized void lapse() {
        Approval request = pending;
        if (request == null || !request.isLapsed(clock.instant())) {
            return;
        }
        try {
            approvals.end(request.id(), Approval.End.LAPSED, null, "", clock.instant());
            forget();
            audit.record(
                    request.requestedBy(), "RESUME_LAPSE", Outcome.REFUSED, request.id(), "nobody decided in time");
            tell(request, "Resume asked for by " + request.requestedBy() + " lapsed: nobody decided in time");
        } catch (DataAccessException _) {
            // Tried again each second; it is shown as lapsed already and cannot be approved.
        }
    }

    synchronized CommandOutcome request(Person person, RiskScope scope, String reason) {
        Optional<String> objection = objectionToReason(reason).or(() -> objectionOfState(scope));
        if (objection.isPresent()) {
            return refused(person, REQUEST, "", objection.get());
        }
        lapse();
        Approval waiting = pending;
        if (waiting != null) {
            return refused(
                    person,
                    REQUEST,
                    waiting.id(),
                    waiting.requestedBy() + " has asked already; that request comes first.");
        }
        Instant now = clock.instant();
        Approval request =
                new Approval(ids.next(), person.name(), person.role(), scope, reason.strip(), now, now.plus(lifetime));
        try {
            approvals.insert(request, check.summary(now));
        } catch (DuplicateKeyException _) {
            return refused(person, REQUEST, "", "A request from before waits already; try again in a moment.");
        } catch (DataAccessException _) {
            return refused(person, REQUEST, "", NO_DATABASE);
        }
        pending = request;
        version.incrementAndGet();
        record(person, REQUEST, Outcome.DONE, request.id(), request.reason());
        tell(
                request,
                "Resume of " + RestrictDesk.words(scope) + " asked for by " + person.name() + ": " + request.reason());
        return new Taken("Asked. A second person approves within " + Ages.text(lifetime) + ".", request.id());
    }

    synchronized CommandOutcome approve(Person person, String id, String sentence) {
        Approval request = pending;
        Optional<String> objection = objectionToApproval(person, request, id)
                .or(() -> objectionToReason(sentence))
                .or(() -> objectionOfState(request == null ? RiskScope.FIRM : request.scope()));
        if (request == null || objection.isPresent()) {
            return refused(person, APPROVE, id, objection.orElse("The request is gone."));
        }
        try {
            if (!approvals.end(id, Approval.End.APPROVED, person, sentence.strip(), clock.instant())) {
                forget();
                return refused(person, APPROVE, id, "The request was decided meanwhile.");
            }
        } catch (DataAccessException _) {
            return refused(person, APPROVE, id, NO_DATABASE);
        }
        forget();
        tell(request, "Resume approved by " + person.name() + ": " + sentence.strip());
        return publish(person, request);
    }

    private CommandOutcome publish(Person approver, Approval request) {
        String commandId = request.scope().equals(RiskScope.FIRM)
                ? tracker.startResume(request.requestedBy() + " and " + approver.name())
                        .commandId()
                : ids.next();
        try {
            bus.publish(
                    Topics.OPS_COMMAND,
                    commandId,
                    new OpsCommand.Resume(
                            commandId, request.scope(), request.requestedBy(), approver.name(), request.reason()));
        } catch (StreamUnavailableException e) {
            record(approver, APPROVE, Outcome.UNCERTAIN, request.id(), String.valueOf(e.getMessage()));
            return new Uncertain(
                    "Redis did not confirm the resume. Look at the trading state when Redis is back; ask again if it is still HALTED.");
        }
        tracker.onDelivered(commandId);
        record(
                approver,
                APPROVE,
                Outcome.DONE,
                request.id(),
                "resume " + commandId + " of " + request.scope() + " asked for by " + request.requestedBy());
        return new Taken("Approved; resume requested.", commandId);
    }

    /** The second person says no, or the first one takes it back. */
    synchronized CommandOutcome refuse(Person person, String id, String sentence) {
        Approval request = pending;
        if (request == null || !request.id().equals(id)) {
            return refused(person, REFUSE, id, "The request was decided or has lapsed.");
        }
        boolean own = person.is(request.requestedBy());
        try {
            approvals.end(
                    id,
                    own ? Approval.End.WITHDRAWN : Approval.End.REFUSED,
                    own ? null : person,
                    sentence.strip(),
                    clock.instant());
        } catch (DataAccessException _) {
            return refused(person, REFUSE, id, NO_DATABASE);
        }
        forget();
        record(person, REFUSE, Outcome.DONE, id, sentence.strip());
        tell(request, "Resume " + (own ? "withdrawn" : "refused") + " by " + person.name() + ": " + sentence.strip());
        return new Taken(own ? "Withdrawn." : "Refused.", id);
    }

    private Optional<String> objectionToApproval(Person person, @Nullable Approval request, String id) {
        if (request == null || !request.id().equals(id) || request.isLapsed(clock.instant())) {
            return Optional.of("The request was decided or has lapsed; ask again.");
        }
        if (person.is(request.requestedBy())) {
            return Optional.of("A resume takes two people; you asked for this one.");
        }
        if (!person.role().isOfficer() && !request.requestedRole().isOfficer()) {
            return Optional.of("One of the two people must be a risk officer or admin.");
        }
        return Optional.empty();
    }

    private static Optional<String> objectionToReason(String sentence) {
        if (sentence.isBlank() || sentence.strip().length() > LONGEST_SENTENCE) {
            return Optional.of("Write one sentence of at most " + LONGEST_SENTENCE + " characters.");
        }
        return Optional.empty();
    }

    private Optional<String> objectionOfState(RiskScope scope) {
        Optional<RiskState> state = trading.fresh(clock.instant());
        if (state.isEmpty()) {
            return Optional.of("The trading state is unknown: risk-manager is silent. Bring it back first.");
        }
        return state.get().stateOf(scope) == TradingState.ACTIVE
                ? Optional.of((scope.equals(RiskScope.FIRM) ? "Trading" : scope) + " is ACTIVE already.")
                : Optional.empty();
    }

    private CommandOutcome refused(Person person, String what, String id, String why) {
        record(person, what, Outcome.REFUSED, id, why);
        return new Refused(why);
    }

    private void forget() {
        pending = null;
        version.incrementAndGet();
    }

    private void tell(Approval request, String text) {
        Instant now = clock.instant();
        timeline.add(TimelineEntry.command("approval-" + request.id() + "-" + now.toEpochMilli(), now, text));
    }

    private void record(Person person, String what, Outcome outcome, String id, String detail) {
        audit.record(person.name(), what, outcome, id, detail);
        meters.counter(ConsoleMeter.COMMANDS.meterName(), "command", what, "outcome", outcome.name())
                .increment();
    }
}
