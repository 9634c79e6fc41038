package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.historical.job.JobStore;
import com.quanticity.ibkr.adapter.historical.store.BarTable;
import com.quanticity.ibkr.adapter.historical.store.TickTable;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/** The parts of the downloads, put together. */
record HistoricalParts(
        JobStore store,
        BarTable bars,
        TickTable ticks,
        Downloads downloads,
        JobMaker maker,
        DownloadDesk desk,
        GapFiller gaps,
        ProgressDesk progress,
        ProgressPublisher publisher) {

    static HistoricalParts of(
            GatewaySession session,
            StreamBus bus,
            JobStore store,
            BarTable bars,
            TickTable ticks,
            HistoricalProperties properties,
            MeterRegistry meters,
            Clock clock) {
        Downloads downloads = new Downloads();
        ProgressPublisher publisher = new ProgressPublisher(bus);
        ProgressDesk progress = new ProgressDesk(publisher::take);
        AtomicReference<GapFiller> filler = new AtomicReference<>();
        AnswerDesk answers = new AnswerDesk(
                store,
                bars,
                ticks,
                downloads,
                run -> {
                    progress.ended(run, clock.instant());
                    filler.get().onEnd(run);
                },
                meters,
                clock);
        DownloadDesk desk = new DownloadDesk(session, store, downloads, answers, progress, properties, clock);
        JobMaker maker = new JobMaker(store, properties, clock);
        GapFiller gaps = new GapFiller(maker, desk, bars, session, clock);
        filler.set(gaps);
        return new HistoricalParts(store, bars, ticks, downloads, maker, desk, gaps, progress, publisher);
    }
}
