package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.adapter.contract.ContractInquiry;
import com.quanticity.ibkr.adapter.contract.ContractInquiry.Answer;
import com.quanticity.ibkr.adapter.translate.ContractQueries;
import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractTerms;
import com.quanticity.ibkr.model.contract.OptionRight;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes one picture: first asks which of the wanted options exist, one question for each class and day, then takes a market data snapshot
 * of each, so many at a time as lines are set aside. An option without an answer is missing with the reason; the others go on. When the
 * connection is lost nothing more is asked. Runs on a thread of its own.
 */
final class SnapshotRun {

    /** A snapshot ends after 11 s at the latest. Source: wire specification, behaviour, section 4. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The broker's code for "no free market data line". Source: wire specification, errors. */
    private static final int NO_FREE_LINE = 101;

    private static final int TRIES = 3;

    private final GatewaySession session;
    private final ContractInquiry inquiry;
    private final Semaphore lines;
    private final Duration pause;
    private final Clock clock;
    private final SnapshotJob job;
    private final OptionChain chain;
    private final List<OptionSeries> series;
    private final ChainFilter filter;
    private final Phaser underWay = new Phaser(1);
    private final AtomicReference<@Nullable String> lost = new AtomicReference<>();

    /**
     * A run.
     *
     * @param lines market data lines that all runs together may hold
     * @param pause between two snapshots
     */
    SnapshotRun(
            GatewaySession session,
            ContractInquiry inquiry,
            Semaphore lines,
            Duration pause,
            Clock clock,
            SnapshotJob job,
            OptionChain chain,
            List<OptionSeries> series,
            ChainFilter filter) {
        this.session = session;
        this.inquiry = inquiry;
        this.lines = lines;
        this.pause = pause;
        this.clock = clock;
        this.job = job;
        this.chain = chain;
        this.series = series;
        this.filter = filter;
    }

    void run() throws InterruptedException {
        List<ContractReference> options = existing();
        job.found(options.size());
        for (ContractReference option : options) {
            if (!job.isRunning()) {
                break;
            }
            picture(option, 1);
        }
        underWay.arriveAndAwaitAdvance();
        job.finish(clock.instant());
    }

    private List<ContractReference> existing() {
        List<ContractReference> options = new ArrayList<>();
        for (OptionSeries one : series) {
            for (LocalDate expiry : one.expiries()) {
                if (job.isRunning()) {
                    options.addAll(existing(one, expiry));
                }
            }
        }
        return options;
    }

    private List<ContractReference> existing(OptionSeries one, LocalDate expiry) {
        String what = "OPT:" + chain.underlying().symbol() + " " + expiry + " " + one.tradingClass();
        Answer answer = inquiry.ask(ContractQueries.optionsOf(
                        chain.underlying().symbol(),
                        one.tradingClass(),
                        DateTimeFormatter.BASIC_ISO_DATE.format(expiry),
                        one.exchange(),
                        chain.underlying().currency()))
                .join();
        return switch (answer) {
            case Answer.Matches matches -> wanted(one, expiry, matches.references());
            case Answer.NoSuchContract none ->
                nothing(what, "the broker lists the day but knows no option: " + none.message());
            case Answer.Refused refused -> nothing(what, refused.code() + " " + refused.message());
            case Answer.None none -> nothing(what, none.why());
        };
    }

    private List<ContractReference> nothing(String what, String why) {
        job.missPart(new MissingOptions(what, why));
        return List.of();
    }

    private List<ContractReference> wanted(OptionSeries one, LocalDate expiry, List<ContractReference> all) {
        return all.stream()
                .filter(option -> isWanted(one, expiry, option.terms()))
                .toList();
    }

    private boolean isWanted(OptionSeries one, LocalDate expiry, @Nullable ContractTerms terms) {
        if (terms == null) {
            return false;
        }
        OptionRight right = terms.right();
        BigDecimal strike = terms.strike();
        return right != null
                && filter.wants(right)
                && strike != null
                && one.strikes().stream().anyMatch(wanted -> wanted.compareTo(strike) == 0)
                && expiry.equals(terms.expiry());
    }

    private void picture(ContractReference option, int attempt) throws InterruptedException {
        lines.acquire();
        String why = lost.get();
        if (why != null) {
            lines.release();
            job.miss(missing(option, why));
            return;
        }
        underWay.register();
        Contract contract = option.contract();
        session.ask(ReqMktData.snapshot(session.nextRequestId(), ContractTranslator.INSTANCE.wire(contract)), PATIENCE)
                .whenComplete((outcome, failure) -> onOutcome(option, attempt, outcome, failure));
        Thread.sleep(pause);
    }

    /** The line is free only when the outcome is known to the next that takes it, and before the run can end. */
    private void onOutcome(
            ContractReference option, int attempt, @Nullable RequestOutcome outcome, @Nullable Throwable failure) {
        try {
            if (outcome == null) {
                job.miss(missing(option, String.valueOf(failure)));
            } else {
                take(option, attempt, outcome);
            }
        } finally {
            lines.release();
            underWay.arriveAndDeregister();
        }
    }

    private void take(ContractReference option, int attempt, RequestOutcome outcome) {
        switch (outcome) {
            case RequestOutcome.Answered answered -> {
                OptionPicture picture = OptionPicture.of(option, answered.events(), clock.instant());
                if (picture.isEmpty()) {
                    job.miss(missing(option, "the broker sent neither price nor figures; the market may be closed"));
                } else {
                    job.add(picture);
                }
            }
            case RequestOutcome.BrokerError error -> refused(option, attempt, error);
            case RequestOutcome.TimedOut timedOut ->
                job.miss(
                        missing(option, "no answer within " + timedOut.timeout().toSeconds() + " s"));
            case RequestOutcome.ConnectionLost gone -> {
                lost.set("connection lost: " + gone.reason());
                job.miss(missing(option, "connection lost: " + gone.reason()));
            }
            case RequestOutcome.NotSent notSent -> {
                lost.set("not asked: " + notSent.refusal().message());
                job.miss(missing(option, "not asked: " + notSent.refusal().message()));
            }
        }
    }

    /** Somebody else holds the lines: tried again a second later, off the session's thread. */
    private void refused(ContractReference option, int attempt, RequestOutcome.BrokerError error) {
        if (error.code() != NO_FREE_LINE || attempt == TRIES) {
            job.miss(missing(option, error.code() + " " + error.message()));
            return;
        }
        underWay.register();
        Thread.ofVirtual().name("option-snapshot-again").start(() -> {
            try {
                Thread.sleep(Duration.ofSeconds(1));
                picture(option, attempt + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                job.miss(missing(option, "interrupted"));
            } finally {
                underWay.arriveAndDeregister();
            }
        });
    }

    private static MissingOptions missing(ContractReference option, String why) {
        return new MissingOptions(option.contract().localSymbol(), why);
    }
}
