package com.quanticity.ibkr.console.history;

import com.quanticity.ibkr.console.freshness.Figures;
import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.model.market.HistoryProgress;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Downloads under way and the last ones that ended. */
final class DownloadsPanel implements Panel {

    private static final int SHOWN = 20;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final DownloadBook downloads;

    DownloadsPanel(DownloadBook downloads) {
        this.downloads = downloads;
    }

    @Override
    public Duration pace() {
        return Duration.ofSeconds(1);
    }

    @Override
    public long version() {
        return downloads.version();
    }

    @Override
    public List<Part> parts(Instant now) {
        List<Piece> rows = downloads.newest(SHOWN).stream()
                .map(one -> new Piece("download-" + one.jobId(), "panels/downloads :: row", row(one)))
                .toList();
        if (rows.isEmpty()) {
            rows = List.of(
                    new Piece("download-none", "panels/downloads :: empty", new Nothing("No download of past data.")));
        }
        return List.of(
                new Part.Rows("download-rows", rows),
                new Part.Single(new Piece(
                        "download-caption", "panels/downloads :: caption", new Caption(downloads.underWay()))));
    }

    static Row row(HistoryProgress progress) {
        Long left = progress.requestsLeft();
        return new Row(
                progress.jobId(),
                progress.symbol().isEmpty() ? "id " + progress.contractId() : progress.symbol(),
                progress.what(),
                DAY.format(progress.from()) + " – " + DAY.format(progress.to()),
                MINUTE.format(progress.from()) + " – " + MINUTE.format(progress.to()),
                progress.state().name(),
                progress.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                level(progress.state()).style(),
                progress.percent(),
                Figures.quantity(BigDecimal.valueOf(progress.rows())),
                progress.requestsDone() + " / " + (left == null ? "?" : progress.requestsDone() + left),
                Stamp.ofNullable(progress.until(), null),
                finish(progress),
                progress.reason());
    }

    private static String finish(HistoryProgress progress) {
        Instant at = progress.finishAt();
        if (at == null) {
            return progress.state().isFinal() ? "" : "not known";
        }
        return MINUTE.format(at);
    }

    private static Level level(HistoryProgress.State state) {
        return switch (state) {
            case QUEUED, PAUSED, CANCELLED -> Level.OFF;
            case RUNNING, WAITING_PACING, DONE -> Level.NORMAL;
            case WAITING_GATEWAY, PARTLY -> Level.CAUTION;
            case FAILED -> Level.SERIOUS;
        };
    }

    /**
     * A download.
     *
     * @param range its days, UTC
     * @param exactRange to the minute, UTC
     * @param requests done / in all, {@code ?} when nobody knows
     * @param until when it goes on, null when it does not wait
     * @param finish UTC, to the minute; empty when it ended without a time
     */
    record Row(
            String jobId,
            String symbol,
            String what,
            String range,
            String exactRange,
            String code,
            String state,
            String level,
            int percent,
            String rows,
            String requests,
            @Nullable Stamp until,
            String finish,
            String reason) {}

    private record Caption(int underWay) {}

    private record Nothing(String text) {}
}
