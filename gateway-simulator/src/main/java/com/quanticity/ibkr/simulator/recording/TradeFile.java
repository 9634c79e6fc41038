package com.quanticity.ibkr.simulator.recording;

import com.quanticity.ibkr.simulator.market.MarketEvent;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a file of consolidated trades. */
final class TradeFile implements EventFile {

    private static final String HEADER = "ts_ns,price,size,exchange,conditions_hex,suspicious";

    /**
     * Conditions of trades at the market: regular, sweep, opening and closing print, extended hours, trade-through
     * exempt. A trade with any other may be far from it. Source: market-data README, "Trades".
     */
    private static final long AT_THE_MARKET = 0x1 | 0x20 | 0x40 | 0x80 | 0x2000 | 0x20000000;

    private final String symbol;
    private final CsvFile csv;

    TradeFile(String symbol, Path file) {
        this.symbol = symbol;
        this.csv = new CsvFile(file, HEADER);
    }

    @Override
    public MarketEvent.@Nullable Trade next() {
        String[] cell = csv.next();
        if (cell == null) {
            return null;
        }
        try {
            long conditions = cell[4].isEmpty() ? 0 : Long.parseLong(cell[4], 16);
            boolean isSuspicious = cell[5].equals("1");
            return new MarketEvent.Trade(
                    symbol,
                    Long.parseLong(cell[0]),
                    new BigDecimal(cell[1]),
                    new BigDecimal(cell[2]),
                    !isSuspicious && (conditions & ~AT_THE_MARKET) == 0);
        } catch (NumberFormatException notANumber) {
            throw csv.unreadable(String.valueOf(notANumber.getMessage()));
        }
    }

    @Override
    public void close() {
        csv.close();
    }
}
