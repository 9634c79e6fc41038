package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.contract.ContractInquiry.Answer;
import com.quanticity.ibkr.adapter.contract.ContractStore.Stored;
import com.quanticity.ibkr.adapter.contract.match.ContractComparison;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.model.contract.ContractChange;
import com.quanticity.ibkr.model.contract.ContractField;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractTerms;
import com.quanticity.ibkr.model.ops.AlarmKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every known contract again once a day and reports what is not as it was. A refresh whose time passed while the session or this
 * service was away is caught up as soon as the session is READY; one that is interrupted goes on where it stopped. Contracts are asked for
 * one after the other, so that a refresh never crowds out other requests. Runs on one thread of its own, see {@link DailyRefresh}.
 */
final class ContractRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(ContractRefresh.class);

    /** An answer older than this is not believed after a restart. */
    private static final Duration BELIEVED = Duration.ofHours(24);

    private static final int SHOWN = 5;

    /** When the broker does not know more contracts than this, and more than this part of all, its definitions are away. */
    private static final int MOST_GONE = 3;

    private static final int MOST_GONE_PART = 5;

    private final ContractInquiry inquiry;
    private final ContractDirectory directory;
    private final ContractStore store;
    private final ContractPublisher publisher;
    private final MarketRules rules;
    private final OccMappings mappings;
    private final AdapterAlarms alarms;
    private final RefreshTimes times;
    private final Duration pause;
    private final BooleanSupplier isReady;
    private final Clock clock;
    private final Counter changeCounter;

    private final Map<ContractId, ContractReference> subjects = new TreeMap<>();
    private final Map<ContractId, ContractReference> baseline = new TreeMap<>();
    private final List<ContractChange> changes = new ArrayList<>();
    private final Set<ContractId> asked = new HashSet<>();
    private final Map<ContractId, String> unknown = new TreeMap<>();
    private final Queue<ContractId> wanted = new ConcurrentLinkedQueue<>();
    private @Nullable LocalDate finished;
    private @Nullable RefreshRun run;

    ContractRefresh(
            ContractInquiry inquiry,
            ContractDirectory directory,
            ContractStore store,
            ContractPublisher publisher,
            MarketRules rules,
            OccMappings mappings,
            AdapterAlarms alarms,
            RefreshTimes times,
            Duration pause,
            BooleanSupplier isReady,
            Clock clock,
            MeterRegistry meters) {
        this.inquiry = inquiry;
        this.directory = directory;
        this.store = store;
        this.publisher = publisher;
        this.rules = rules;
        this.mappings = mappings;
        this.alarms = alarms;
        this.times = times;
        this.pause = pause;
        this.isReady = isReady;
        this.clock = clock;
        this.changeCounter = meters.counter(AdapterMeter.CONTRACT_CHANGES.meterName());
    }

    /** Reads what earlier processes knew; blocks on the database. */
    void load() {
        Instant now = clock.instant();
        store.rules().forEach(directory::onMarketRule);
        for (Stored stored : store.load(now.atZone(RefreshTimes.NEW_YORK).toLocalDate())) {
            load(stored, now);
        }
        store.mappings().forEach(mappings::remember);
        finished = finishedBefore(now);
    }

    private void load(Stored stored, Instant now) {
        ContractReference reference = stored.reference();
        ContractId id = reference.contractId();
        subjects.put(id, reference);
        if (stored.refreshed() != null) {
            baseline.put(id, stored.refreshed());
        }
        if (stored.goneAt() != null) {
            block(reference, stored.goneReason());
        }
        if (!reference.at().isBefore(now.minus(BELIEVED))) {
            directory.onKnown(reference);
        }
    }

    /** Without any earlier refresh there is nothing to compare with, so the first is the next one. */
    private LocalDate finishedBefore(Instant now) {
        Optional<RefreshRun> last = store.lastRefresh();
        if (last.isEmpty()) {
            return baseline.isEmpty() ? times.dueDay(now) : times.dueDay(now).minusDays(1);
        }
        RefreshRun known = last.get();
        return known.finishedAt() == null ? known.day().minusDays(1) : known.day();
    }

    /** Asks for one contract at the next step, outside the daily refresh; false when nothing was ever known of it. Any thread. */
    boolean want(ContractId id) {
        boolean isKnown =
                directory.reference(id).isPresent() || directory.blocked(id).isPresent();
        if (isKnown) {
            wanted.add(id);
        }
        return isKnown;
    }

    /** Does what is due, and what is wanted by hand. */
    void step() throws InterruptedException {
        LocalDate due = times.dueDay(clock.instant());
        if (!isReady.getAsBoolean()) {
            return;
        }
        for (ContractId id = wanted.poll(); id != null; id = wanted.poll()) {
            refresh(id);
        }
        if (due.isAfter(Objects.requireNonNull(finished, "load() comes first"))) {
            refresh(due);
        }
    }

    private void refresh(ContractId id) throws InterruptedException {
        LocalDate today = clock.instant().atZone(RefreshTimes.NEW_YORK).toLocalDate();
        ContractReference subject = directory.reference(id).orElse(subjects.get(id));
        if (subject != null && ask(today, subject)) {
            String message = unknown.remove(id);
            if (message != null) {
                gone(today, subject, message);
            }
        }
    }

    private void refresh(LocalDate day) throws InterruptedException {
        if (run == null || !run.day().equals(day)) {
            begin(day);
        }
        directory.references().forEach(reference -> subjects.put(reference.contractId(), reference));
        for (ContractReference subject : List.copyOf(subjects.values())) {
            if (asked.contains(subject.contractId())) {
                continue;
            }
            if (!isExpired(subject, day) && !ask(day, subject)) {
                LOG.warn(
                        "contract refresh interrupted day={} asked={}; it goes on when the session is READY",
                        day,
                        asked.size());
                return;
            }
            asked.add(subject.contractId());
        }
        end(day);
    }

    private void begin(LocalDate day) {
        asked.clear();
        unknown.clear();
        changes.clear();
        run = new RefreshRun(day, clock.instant(), null, 0, 0, 0);
        keep(run);
        LOG.info("contract refresh begins day={}", day);
    }

    private void end(LocalDate day) {
        boolean isBelieved = unknown.size() <= Math.max(MOST_GONE, asked.size() / MOST_GONE_PART);
        if (isBelieved) {
            unknown.forEach((id, message) -> gone(day, Objects.requireNonNull(subjects.get(id)), message));
        } else {
            LOG.error(
                    "contract refresh not believed day={} unknown={} asked={}; none of them is blocked",
                    day,
                    unknown.size(),
                    asked.size());
        }
        RefreshRun ended = new RefreshRun(
                day,
                Objects.requireNonNull(run).startedAt(),
                clock.instant(),
                asked.size(),
                (int) changes.stream()
                        .map(ContractChange::contractId)
                        .distinct()
                        .count(),
                (int) subjects.keySet().stream()
                        .filter(id -> directory.isBlocked(id, BlockKind.GONE))
                        .count());
        run = ended;
        finished = day;
        keep(ended);
        rules.refresh();
        report(day, isBelieved);
        LOG.info(
                "contract refresh ended day={} asked={} changed={} gone={}",
                day,
                ended.asked(),
                ended.changed(),
                ended.gone());
    }

    /** Yesterday's report ends with today's, whether or not anybody has looked at it. */
    private void report(LocalDate day, boolean isBelieved) {
        alarms.clear(AlarmKind.CONTRACT_CHANGED, "", "the refresh of " + day + " has its own report");
        List<ContractChange> reliedOn = changes.stream()
                .filter(change -> change.field().isReliedOn() && change.field() != ContractField.LISTING)
                .toList();
        if (!isBelieved) {
            alarms.raise(
                    AlarmKind.CONTRACT_CHANGED,
                    "",
                    "the broker did not know " + unknown.size() + " of " + asked.size() + " contracts on " + day
                            + "; so many at once are not believed and none is blocked");
        } else if (!reliedOn.isEmpty()) {
            String shown = String.join(
                    "; ",
                    reliedOn.stream().limit(SHOWN).map(ContractChange::toString).toList());
            alarms.raise(
                    AlarmKind.CONTRACT_CHANGED,
                    "",
                    reliedOn.size() + " changes on " + day + ": " + shown + (reliedOn.size() > SHOWN ? "; ..." : "")
                            + " (GET /api/v1/contracts/changes?day=" + day + ")");
        }
    }

    private static boolean isExpired(ContractReference subject, LocalDate day) {
        ContractTerms terms = subject.terms();
        return terms != null && terms.expiry() != null && terms.expiry().isBefore(day);
    }

    /** False when there is no answer. */
    private boolean ask(LocalDate day, ContractReference subject) throws InterruptedException {
        Answer answer;
        try {
            answer = inquiry.ask(GatewayContract.ofId(
                            subject.contractId().value(), subject.contract().exchange()))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the inquiry promises an answer", e);
        }
        boolean answered = switch (answer) {
            case Answer.Matches matches -> onMatches(day, subject, matches.references());
            case Answer.NoSuchContract none -> onGone(day, subject, none.message());
            case Answer.Refused refused -> onRefused(subject, refused);
            case Answer.None _ -> false;
        };
        Thread.sleep(pause);
        return answered;
    }

    private boolean onMatches(LocalDate day, ContractReference subject, List<ContractReference> answers) {
        Optional<ContractReference> same = answers.stream()
                .filter(answer -> answer.contractId().equals(subject.contractId()))
                .findFirst();
        if (same.isEmpty()) {
            return onGone(day, subject, "the broker answered with other contracts");
        }
        ContractReference now = same.get();
        ContractReference before = baseline.put(now.contractId(), now);
        if (before != null) {
            ContractComparison.changes(day, before, now).forEach(this::tell);
        }
        if (directory.isBlocked(now.contractId(), BlockKind.GONE)) {
            directory.unblock(now.contractId(), BlockKind.GONE);
            alarms.clear(AlarmKind.CONTRACT_GONE, name(subject), "the broker knows it again");
            tell(listing(day, subject, "GONE", "LISTED"));
        }
        directory.onKnown(now);
        mappings.onRefreshed(now);
        publisher.publish(now);
        publisher.store(List.of("refreshed", now.contractId()), () -> store.saveRefreshed(now));
        return true;
    }

    private boolean onGone(LocalDate day, ContractReference subject, String message) {
        ContractTerms terms = subject.terms();
        if (terms != null && terms.expiry() != null && !terms.expiry().isAfter(day)) {
            return true;
        }
        if (!directory.isBlocked(subject.contractId(), BlockKind.GONE)) {
            unknown.put(subject.contractId(), message);
        }
        return true;
    }

    private void gone(LocalDate day, ContractReference subject, String message) {
        String reason = "the broker does not know contract " + subject.contractId() + " ("
                + subject.contract().symbol() + ") since the refresh of " + day + ": " + message;
        block(subject, reason);
        tell(listing(day, subject, "LISTED", "GONE"));
        Instant now = clock.instant();
        publisher.store(
                List.of("refreshed", subject.contractId()), () -> store.saveGone(subject.contractId(), now, reason));
    }

    private static boolean onRefused(ContractReference subject, Answer.Refused refused) {
        LOG.warn(
                "contract not refreshed contractId={} code={} message={}",
                subject.contractId(),
                refused.code(),
                refused.message());
        return true;
    }

    private void block(ContractReference subject, String reason) {
        directory.block(subject.contractId(), BlockKind.GONE, reason);
        alarms.raise(AlarmKind.CONTRACT_GONE, name(subject), reason);
    }

    private void tell(ContractChange change) {
        changes.add(change);
        changeCounter.increment();
        LOG.info("contract changed day={} contractId={} change={}", change.day(), change.contractId(), change);
        publisher.publish(change);
    }

    private void keep(RefreshRun state) {
        publisher.store(List.of("refresh", state.day()), () -> store.save(state));
    }

    private ContractChange listing(LocalDate day, ContractReference subject, String before, String after) {
        return new ContractChange(
                day,
                subject.contractId(),
                subject.contract().symbol(),
                ContractField.LISTING,
                before,
                after,
                clock.instant());
    }

    private static String name(ContractReference subject) {
        return subject.contract().symbol() + " " + subject.contractId();
    }
}
