package com.quanticity.ibkr.console.streams;

import com.quanticity.ibkr.console.freshness.Ages;
import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.console.streams.StreamStatusBook.Line;
import com.quanticity.ibkr.model.market.DepthTurn;
import com.quanticity.ibkr.model.market.MarketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Depth slots with the time their turns last, and the streams that are not well. */
final class StreamsPanel implements Panel {

    private static final int SHOWN = 60;

    private final StreamStatusBook book;

    StreamsPanel(StreamStatusBook book) {
        this.book = book;
    }

    @Override
    public Duration pace() {
        return Duration.ofSeconds(1);
    }

    @Override
    public long version() {
        return book.version();
    }

    @Override
    public List<Part> parts(Instant now) {
        List<Line> lines = book.shown();
        int slots = (int) lines.stream().filter(line -> line.turn() != null).count();
        int troubles = (int) lines.stream().filter(Line::isTrouble).count();
        List<Piece> rows = new ArrayList<>(lines.stream()
                .limit(SHOWN)
                .map(line -> new Piece(id(line.status()), "panels/streams :: row", row(line, now)))
                .toList());
        if (lines.size() > SHOWN) {
            rows.add(nothing("stream-more", (lines.size() - SHOWN) + " more are not shown."));
        } else if (rows.isEmpty()) {
            rows.add(nothing("stream-none", book.count() == 0 ? "Nothing told yet." : "No depth slot; all is well."));
        }
        return List.of(
                new Part.Rows("stream-rows", rows),
                new Part.Single(new Piece(
                        "stream-caption", "panels/streams :: caption", new Caption(slots, book.count(), troubles))));
    }

    private static Piece nothing(String id, String text) {
        return new Piece(id, "panels/streams :: empty", new Nothing(text));
    }

    private static String id(MarketStatus status) {
        return "stream-" + (status.kind() + "-" + status.symbol()).replaceAll("[^A-Za-z0-9-]", "_");
    }

    static Row row(Line line, Instant now) {
        MarketStatus status = line.status();
        DepthTurn turn = line.turn();
        return new Row(
                status.symbol(),
                turn == null ? words(status.kind()) : "depth, slot " + turn.slot(),
                status.state().name(),
                words(status.state().name()),
                level(status.state()).style(),
                left(line, now),
                Stamp.of(status.at()),
                status.reason());
    }

    private static String left(Line line, Instant now) {
        DepthTurn turn = line.turn();
        if (turn == null) {
            return "";
        }
        Instant until = turn.until();
        if (until == null) {
            return "permanent";
        }
        return until.isAfter(now)
                ? Ages.text(Duration.ofSeconds(Duration.between(now, until).toSeconds()))
                : "over";
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Level level(MarketStatus.State state) {
        return switch (state) {
            case LIVE, RESUMED -> Level.NORMAL;
            case WAITING, REQUESTED, CANCELLED -> Level.OFF;
            case DELAYED, BEHIND, HALTED -> Level.CAUTION;
            case SILENT, REFUSED, GAP -> Level.SERIOUS;
        };
    }

    /**
     * A stream.
     *
     * @param left how long its turn at depth lasts, empty when it has no slot
     * @param since when it came to be so
     * @param reason why, empty when nothing was said
     */
    record Row(
            String symbol,
            String kind,
            String code,
            String state,
            String level,
            String left,
            Stamp since,
            String reason) {}

    private record Caption(int slots, int streams, int troubles) {}

    private record Nothing(String text) {}
}
