package com.quanticity.ibkr.simulator.recording;

import com.quanticity.ibkr.simulator.market.MarketEvent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file of consolidated trades. */
final class TradeFile implements EventFile {

    private static final String HEADER = "ts_ns,price,size,exchange,conditions_hex,suspicious";

    /**
     * Conditions of trades at the market: regular, sweep, opening and closing print, extended hours, trade-through
     * exempt. A trade with any other may be far from it. Source: market-data README, "Trades".
     */
    private static final long AT_THE_MARKET = 0x1 | 0x20 | 0x40 | 0x80 | 0x2000 | 0x20000000;

    private static final List<Letter> LETTERS = List.of(
            new Letter(0x20, "F"),
            new Letter(0x40, "O"),
            new Letter(0x80, "6"),
            new Letter(0x200, "4"),
            new Letter(0x800, "L"),
            new Letter(0x2000, "T"),
            new Letter(0x4000, "Z"),
            new Letter(0x100000, "W"),
            new Letter(0x200000, "X"),
            new Letter(0x80000000L, "I"));

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
                    cell[3],
                    letters(conditions),
                    !isSuspicious && (conditions & ~AT_THE_MARKET) == 0);
        } catch (NumberFormatException notANumber) {
            throw csv.unreadable(String.valueOf(notANumber.getMessage()));
        }
    }

    /** The conditions that tick-by-tick data spells. Source: market-data condition-flags.csv and the tapes' letters. */
    private static String letters(long conditions) {
        StringBuilder letters = new StringBuilder();
        for (Letter known : LETTERS) {
            if ((conditions & known.mask()) != 0) {
                letters.append(letters.isEmpty() ? "" : " ").append(known.letter());
            }
        }
        return letters.toString();
    }

    private record Letter(long mask, String letter) {}

    @Override
    public void close() {
        csv.close();
    }
}
