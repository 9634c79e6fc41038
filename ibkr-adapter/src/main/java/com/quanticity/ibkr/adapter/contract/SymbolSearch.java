package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.gateway.event.ContractEvent.SymbolSample;
import com.quanticity.ibkr.gateway.event.ContractEvent.SymbolSamples;
import com.quanticity.ibkr.gateway.request.ContractRequest.ReqMatchingSymbols;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.service.problem.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Contracts whose symbol or name begins with a text, as the broker knows them. One question a second, as the broker allows; answers are
 * remembered for ten minutes. Blocks the caller; thread-safe.
 */
final class SymbolSearch {

    /** Source: wire specification, behaviour, sections 3 and 8. */
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 200;
    private static final long MOST_WAIT_SECONDS = 5;

    /**
     * One contract that matches.
     *
     * @param primaryExchange empty when the broker names none
     * @param description company or issuer, empty when the broker sends none
     * @param derivatives security types that exist on it, such as {@code OPT}
     * @param contract text to resolve it by
     */
    record Match(
            int contractId,
            String symbol,
            String securityType,
            String primaryExchange,
            String currency,
            String description,
            List<String> derivatives,
            String contract) {}

    private record Remembered(List<Match> matches, Instant at) {}

    private final GatewaySession session;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1, true);
    private long lastAskedNanos = System.nanoTime() - BETWEEN.toNanos();
    private final Map<String, Remembered> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    SymbolSearch(GatewaySession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Searches.
     *
     * @throws ApiException 429 when too many wait, 503 when the session has no answer
     */
    List<Match> search(String text) throws InterruptedException {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        if (!turn.tryAcquire(MOST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw ApiException.tooMany(
                    "SEARCHES_WAIT",
                    "The broker answers one search a second and others wait. Search again in a moment.");
        }
        try {
            Remembered known = remembered.get(wanted);
            if (known != null && known.at().plus(REMEMBERED).isAfter(clock.instant())) {
                return known.matches();
            }
            List<Match> matches = ask(wanted);
            remembered.put(wanted, new Remembered(matches, clock.instant()));
            return matches;
        } finally {
            turn.release();
        }
    }

    private List<Match> ask(String wanted) throws InterruptedException {
        long early = lastAskedNanos + BETWEEN.toNanos() - System.nanoTime();
        if (early > 0) {
            TimeUnit.NANOSECONDS.sleep(early);
        }
        RequestOutcome outcome = session.ask(new ReqMatchingSymbols(session.nextRequestId(), wanted), PATIENCE)
                .join();
        lastAskedNanos = System.nanoTime();
        return switch (outcome) {
            case RequestOutcome.Answered answered ->
                answered.events(SymbolSamples.class).stream()
                        .flatMap(samples -> samples.samples().stream())
                        .map(SymbolSearch::match)
                        .toList();
            case RequestOutcome.BrokerError error -> throw noAnswer(error.code() + " " + error.message());
            case RequestOutcome.TimedOut timedOut ->
                throw noAnswer("no answer within " + timedOut.timeout().toSeconds() + " s");
            case RequestOutcome.ConnectionLost lost -> throw noAnswer(lost.reason());
            case RequestOutcome.NotSent notSent ->
                throw noAnswer(notSent.refusal().message());
        };
    }

    private static Match match(SymbolSample sample) {
        var contract = sample.contract();
        return new Match(
                contract.conId(),
                contract.symbol(),
                contract.secType(),
                contract.primaryExchange(),
                contract.currency(),
                sample.description(),
                sample.derivativeSecTypes(),
                "conid:" + contract.conId());
    }

    private static ApiException noAnswer(String why) {
        return ApiException.unavailable(
                "SESSION_NOT_READY",
                "The broker did not answer the search (" + why + "). Search again when it is READY.");
    }
}
