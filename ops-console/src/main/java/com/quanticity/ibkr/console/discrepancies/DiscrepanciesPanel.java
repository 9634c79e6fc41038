package com.quanticity.ibkr.console.discrepancies;

import com.quanticity.ibkr.console.environment.AccountName;
import com.quanticity.ibkr.console.freshness.Figures;
import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Both sides of each difference with its age, and the forms to decide about it. */
final class DiscrepanciesPanel implements Panel {

    private final DiscrepancyBook book;

    DiscrepanciesPanel(DiscrepancyBook book) {
        this.book = book;
    }

    @Override
    public Duration pace() {
        return Duration.ofMillis(200);
    }

    @Override
    public long version() {
        return book.version();
    }

    @Override
    public List<Part> parts(Instant now) {
        List<Discrepancy> all = book.all();
        List<Piece> pieces = all.stream()
                .map(DiscrepanciesPanel::row)
                .map(row -> new Piece(row.key(), "panels/discrepancies :: row", row))
                .toList();
        if (pieces.isEmpty()) {
            String text = book.isComplete()
                    ? "Our books and the broker's agree."
                    : "The execution-engine has not said whether our books agree.";
            pieces = List.of(new Piece(
                    "discrepancy-none", "panels/discrepancies :: empty", new Nothing(text, book.isComplete())));
        }
        int locking = (int) all.stream().filter(Discrepancy::locks).count();
        return List.of(
                new Part.Rows("discrepancy-rows", pieces),
                new Part.Single(new Piece(
                        "discrepancy-caption",
                        "panels/discrepancies :: caption",
                        new Caption(all.size(), locking, book.isComplete()))));
    }

    static Row row(Discrepancy discrepancy) {
        Level level = level(discrepancy);
        return new Row(
                "discrepancy-" + discrepancy.id(),
                discrepancy.id(),
                discrepancy.version(),
                discrepancy.symbol(),
                discrepancy.account().isEmpty() ? "any" : AccountName.masked(discrepancy.account()),
                discrepancy.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                discrepancy.reference(),
                side(discrepancy.ours()),
                side(discrepancy.theirs()),
                discrepancy.witness(),
                discrepancy.state().name(),
                discrepancy.locks(),
                level.style(),
                Stamp.of(discrepancy.since()),
                discrepancy.by().isEmpty() ? "" : discrepancy.by() + ": " + discrepancy.reason(),
                Stamp.ofNullable(discrepancy.ignoredUntil(), null),
                isAdoptable(discrepancy.kind()),
                discrepancy.kind() == DiscrepancyKind.POSITION,
                discrepancy.contractId() != null && !discrepancy.account().isEmpty());
    }

    private static Level level(Discrepancy discrepancy) {
        return switch (discrepancy.state()) {
            case OPEN -> discrepancy.locks() ? Level.CRITICAL : Level.SERIOUS;
            case RESOLVED, IGNORED -> Level.CAUTION;
            case CLEARED -> Level.NORMAL;
        };
    }

    private static boolean isAdoptable(DiscrepancyKind kind) {
        return switch (kind) {
            case POSITION, ORDER_NOT_AT_BROKER, ORDER_NOT_AT_ADAPTER, ORDER_NOT_IN_LEDGER, FILL_NOT_IN_LEDGER -> true;
            case FILL_DIFFERS, FILL_NOT_IN_DROP_COPY, STATEMENT_TRADE, STATEMENT_POSITION, STATEMENT_CASH -> false;
        };
    }

    private static String side(String text) {
        return text.isEmpty() ? "none" : Figures.text(text);
    }

    /**
     * A discrepancy.
     *
     * @param decided who decided last and why, empty while nobody did
     * @param until end of IGNORED, null when there is none
     * @param adoptable the witness's side can be taken over
     * @param priced taking it over needs a price
     * @param bookable a fill can be booked for it
     */
    record Row(
            String key,
            String id,
            long version,
            String symbol,
            String account,
            String kind,
            String reference,
            String ours,
            String theirs,
            String witness,
            String state,
            boolean locks,
            String level,
            Stamp since,
            String decided,
            @Nullable Stamp until,
            boolean adoptable,
            boolean priced,
            boolean bookable) {}

    private record Caption(int count, int locking, boolean known) {}

    private record Nothing(String text, boolean known) {}
}
