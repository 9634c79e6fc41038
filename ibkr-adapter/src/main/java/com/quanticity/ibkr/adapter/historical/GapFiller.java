package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.historical.JobMaker.Made;
import com.quanticity.ibkr.adapter.historical.JobMaker.Target;
import com.quanticity.ibkr.adapter.historical.JobMaker.Wish;
import com.quanticity.ibkr.adapter.historical.job.HistoryJob;
import com.quanticity.ibkr.adapter.historical.job.JobState;
import com.quanticity.ibkr.adapter.historical.plan.BarLength;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import com.quanticity.ibkr.adapter.historical.store.BarTable;
import com.quanticity.ibkr.adapter.historical.store.HistoricalBar;
import com.quanticity.ibkr.gateway.request.WhatToShow;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.Bar;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Urgent downloads for gaps of live bars. */
final class GapFiller implements BarBackfill {

    private final JobMaker maker;
    private final DownloadDesk desk;
    private final BarTable bars;
    private final GatewaySession session;
    private final Clock clock;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    GapFiller(JobMaker maker, DownloadDesk desk, BarTable bars, GatewaySession session, Clock clock) {
        this.maker = maker;
        this.desk = desk;
        this.bars = bars;
        this.session = session;
        this.clock = clock;
    }

    private record Waiting(Contract contract, CompletableFuture<Outcome> outcome) {}

    @Override
    public CompletableFuture<Outcome> fill(Contract contract, Instant from, Instant to) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        desk.call(() -> make(contract, from, to, outcome)).exceptionally(failure -> {
            outcome.complete(new Outcome.NotFilled("not asked: " + failure.getMessage() + "; ask again", List.of()));
            return false;
        });
        return outcome;
    }

    private boolean make(Contract contract, Instant from, Instant to, CompletableFuture<Outcome> outcome) {
        Target target = new Target(
                contract.id().value(),
                contract.symbol(),
                contract.securityType().wireCode(),
                contract.exchange());
        Wish wish =
                new Wish(target, new TimeRange(from, to), BarLength.SECONDS_5, WhatToShow.TRADES.code(), false, true);
        switch (maker.make(wish, null)) {
            case Made.Created(HistoryJob job) -> {
                waiting.put(job.id(), new Waiting(contract, outcome));
                desk.onCreated(job.id());
            }
            case Made.NothingYet _ -> outcome.complete(new Outcome.Filled(List.of()));
            case Made.TooLong(int pieces, int most) ->
                outcome.complete(new Outcome.NotFilled(
                        "the gap needs " + pieces + " queries, more than " + most + "; ask for less", List.of()));
            case Made.Repeated _, Made.KeyTaken _ -> throw new IllegalStateException("a gap has no key");
        }
        return true;
    }

    /** A download has become final; downloads' thread. */
    void onEnd(JobRun run) {
        Waiting whose = waiting.remove(run.job().id());
        if (whose == null) {
            return;
        }
        List<Bar> filled = read(run, whose.contract());
        JobState state = run.status().state();
        whose.outcome()
                .complete(
                        state == JobState.DONE || state == JobState.PARTLY
                                ? new Outcome.Filled(filled)
                                : new Outcome.NotFilled(
                                        state + " " + run.status().reason(), filled));
    }

    /** Nobody will answer any more. */
    void close() {
        waiting.values()
                .forEach(whose -> whose.outcome()
                        .complete(new Outcome.NotFilled("this service stops; ask again after its start", List.of())));
        waiting.clear();
    }

    private List<Bar> read(JobRun run, Contract contract) {
        HistoryJob job = run.job();
        long connection = session.status().connection();
        Instant now = clock.instant();
        return bars.read(AnswerDesk.series(job), job.range().from(), job.range().to(), Integer.MAX_VALUE).stream()
                .map(bar -> bar(contract, bar, connection, now))
                .toList();
    }

    private static Bar bar(Contract contract, HistoricalBar bar, long connection, Instant now) {
        return new Bar(
                contract.symbol(),
                contract.id(),
                bar.start(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                bar.wap(),
                bar.count(),
                Bar.Source.BACK_FILLED,
                connection,
                now);
    }
}
