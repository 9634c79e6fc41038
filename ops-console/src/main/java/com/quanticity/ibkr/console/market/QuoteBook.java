package com.quanticity.ibkr.console.market;

import com.quanticity.ibkr.model.contract.ContractFact;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The newest quote of every symbol, and the symbols that were resolved. Thread-safe. */
public final class QuoteBook {

    private static final int MOST_SYMBOLS = 500;
    private static final int USUAL_DECIMALS = 2;

    /**
     * A symbol.
     *
     * @param decimals decimals of its price increment, 2 when it is not known
     * @param quote its newest quote, null when none was seen
     */
    public record Line(
            String symbol, int decimals, @Nullable Quote quote) {}

    private final Map<String, Line> lines = new TreeMap<>();
    private long version;

    /** Lines are of stocks: an option of the same symbol is not what the line shows. */
    public synchronized void onContract(ContractFact fact) {
        if (!(fact instanceof ContractReference reference)
                || reference.contract().securityType() != SecurityType.STOCK) {
            return;
        }
        String symbol = reference.contract().symbol();
        Line before = lines.get(symbol);
        put(new Line(symbol, decimals(reference.minTick()), before == null ? null : before.quote()));
    }

    public synchronized void onQuotes(QuoteBatch batch) {
        batch.quotes().forEach(this::onQuote);
    }

    /** A quote older than the one there is changes nothing. */
    public synchronized void onQuote(Quote quote) {
        Line before = lines.get(quote.symbol());
        if (before == null || before.quote() == null || isNewer(quote, before.quote())) {
            put(new Line(quote.symbol(), before == null ? USUAL_DECIMALS : before.decimals(), quote));
        }
    }

    private void put(Line line) {
        if (lines.size() < MOST_SYMBOLS || lines.containsKey(line.symbol())) {
            lines.put(line.symbol(), line);
            version++;
        }
    }

    /** By symbol. */
    public synchronized List<Line> all() {
        return new ArrayList<>(lines.values());
    }

    /** Symbols whose contract is known but no quote was seen. */
    public synchronized List<String> unquoted() {
        return lines.values().stream()
                .filter(line -> line.quote() == null)
                .map(Line::symbol)
                .toList();
    }

    /** Decimals of a symbol's prices. */
    public synchronized int decimals(String symbol) {
        Line line = lines.get(symbol);
        return line == null ? USUAL_DECIMALS : line.decimals();
    }

    public synchronized long version() {
        return version;
    }

    private static boolean isNewer(Quote quote, Quote before) {
        return quote.connection() == before.connection()
                ? quote.sequence() > before.sequence()
                : quote.connection() > before.connection();
    }

    private static int decimals(@Nullable BigDecimal minTick) {
        return minTick == null
                ? USUAL_DECIMALS
                : Math.max(0, minTick.stripTrailingZeros().scale());
    }
}
