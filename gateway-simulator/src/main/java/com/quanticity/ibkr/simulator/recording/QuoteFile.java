package com.quanticity.ibkr.simulator.recording;

import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a file of best bids and offers; one row is one event. */
final class QuoteFile implements EventFile {

    private static final String HEADER =
            "ts_ns,bid,bid_size,bid_exchange,ask,ask_size,ask_exchange,bid_cond_hex,ask_cond_hex,suspicious";

    private final String symbol;
    private final CsvFile csv;

    QuoteFile(String symbol, Path file) {
        this.symbol = symbol;
        this.csv = new CsvFile(file, HEADER);
    }

    @Override
    public MarketEvent.@Nullable Quote next() {
        String[] cell = csv.next();
        if (cell == null) {
            return null;
        }
        try {
            return new MarketEvent.Quote(
                    symbol,
                    Long.parseLong(cell[0]),
                    csv.row(),
                    side(cell[1], cell[2], cell[3]),
                    side(cell[4], cell[5], cell[6]));
        } catch (NumberFormatException notANumber) {
            throw csv.unreadable(String.valueOf(notANumber.getMessage()));
        }
    }

    /** An empty price is an absent side, never a price of zero. */
    private static BestPrice side(String price, String size, String exchange) {
        if (price.isEmpty()) {
            return BestPrice.NONE;
        }
        return new BestPrice(new BigDecimal(price), size.isEmpty() ? BigDecimal.ZERO : new BigDecimal(size), exchange);
    }

    @Override
    public void close() {
        csv.close();
    }
}
