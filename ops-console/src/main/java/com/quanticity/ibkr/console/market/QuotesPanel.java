package com.quanticity.ibkr.console.market;

import com.quanticity.ibkr.console.freshness.Figures;
import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.console.market.QuoteBook.Line;
import com.quanticity.ibkr.console.sessions.SessionBook;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Live quotes, at most four drawings a second. A quiet quote of a healthy feed is not stale; one of a broken feed is, at any age. */
final class QuotesPanel implements Panel {

    private final QuoteBook quotes;
    private final SessionBook sessions;

    QuotesPanel(QuoteBook quotes, SessionBook sessions) {
        this.quotes = quotes;
        this.sessions = sessions;
    }

    @Override
    public Duration pace() {
        return Duration.ofMillis(250);
    }

    @Override
    public long version() {
        return quotes.version() + sessions.version();
    }

    @Override
    public List<Part> parts(Instant now) {
        Optional<SessionStatus> session = sessions.believed(ClientIdOwner.IBKR_ADAPTER, now);
        List<Line> lines = quotes.all();
        List<Row> rows = lines.stream().map(line -> row(line, session)).toList();
        List<Piece> pieces = rows.stream()
                .map(row -> new Piece("quote-" + row.symbol(), "panels/quotes :: row", row))
                .toList();
        if (pieces.isEmpty()) {
            pieces = List.of(new Piece(
                    "quote-none", "panels/quotes :: empty", new Nothing("No contracts heard from ibkr-adapter yet.")));
        }
        List<String> broken =
                rows.stream().map(Row::feedBroken).filter(why -> !why.isEmpty()).toList();
        String why = broken.stream().distinct().collect(Collectors.joining(", "));
        return List.of(
                new Part.Rows("quote-rows", pieces),
                new Part.Single(new Piece(
                        "quote-caption", "panels/quotes :: caption", new Caption(lines.size(), broken.size(), why))));
    }

    static Row row(Line line, Optional<SessionStatus> session) {
        Quote quote = line.quote();
        if (quote == null) {
            return new Row(
                    line.symbol(), "no data", "no data", "no data", "no data", "no data", "no data", "", "", null);
        }
        int decimals = line.decimals();
        return new Row(
                line.symbol(),
                size(quote.bidSize(), quote.bid()),
                side(quote.bid(), decimals, "no bid"),
                side(quote.ask(), decimals, "no ask"),
                size(quote.askSize(), quote.ask()),
                Figures.price(quote.last(), decimals),
                Figures.quantity(quote.lastSize()),
                quote.dataType().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                broken(quote, session),
                Stamp.of(quote.receivedAt()));
    }

    private static String side(@Nullable BigDecimal price, int decimals, String absent) {
        return price == null ? absent : Figures.price(price, decimals);
    }

    private static String size(@Nullable BigDecimal size, @Nullable BigDecimal price) {
        return price == null ? "" : Figures.quantity(size);
    }

    /** Why the feed behind a quote cannot be relied on, empty when it can. */
    private static String broken(Quote quote, Optional<SessionStatus> session) {
        if (session.isEmpty()) {
            return "ibkr-adapter silent";
        }
        SessionStatus status = session.get();
        if (status.state() != SessionState.READY) {
            return "GW1 " + status.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return quote.connection() < status.connection() ? "resubscribing" : "";
    }

    /**
     * A quote.
     *
     * @param feed live, delayed, frozen…; empty when there is no quote
     * @param feedBroken why it is stale, empty when it is not
     * @param at when the quote was received, null when there is none
     */
    record Row(
            String symbol,
            String bidSize,
            String bid,
            String ask,
            String askSize,
            String last,
            String lastSize,
            String feed,
            String feedBroken,
            @Nullable Stamp at) {}

    private record Caption(int count, int stale, String why) {}

    private record Nothing(String text) {}
}
