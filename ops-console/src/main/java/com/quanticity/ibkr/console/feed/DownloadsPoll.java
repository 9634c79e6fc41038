package com.quanticity.ibkr.console.feed;

import com.quanticity.ibkr.console.history.DownloadBook;
import com.quanticity.ibkr.model.market.HistoryProgress;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the newest words about downloads. They come once a second at most, so that no subscription of its own is worth it. */
final class DownloadsPoll implements EverySecond.Work {

    private static final int FIRST_LOOK = 1_000;
    private static final int EACH_LOOK = 100;

    private final StreamBus bus;
    private final DownloadBook downloads;
    private @Nullable String seen;

    DownloadsPoll(StreamBus bus, DownloadBook downloads) {
        this.bus = bus;
        this.downloads = downloads;
    }

    @Override
    public void run() {
        List<Envelope<HistoryProgress>> last = bus.newest(Topics.HISTORY_PROGRESS, 1);
        if (last.isEmpty() || last.getFirst().id().equals(seen)) {
            return;
        }
        bus.newest(Topics.HISTORY_PROGRESS, seen == null ? FIRST_LOOK : EACH_LOOK)
                .forEach(message -> downloads.onProgress(message.data()));
        seen = last.getFirst().id();
    }
}
