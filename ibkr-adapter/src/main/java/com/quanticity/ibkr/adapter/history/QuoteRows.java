package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.model.market.Quote;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Quotes as rows of PostgreSQL's text COPY format: tab between columns, {@code \N} for null. Not thread-safe. */
final class QuoteRows {

    /** In the order rows are written. */
    static final String COLUMNS = "connection, sequence, symbol, contract_id, bid, bid_size, ask, ask_size, last,"
            + " last_size, bid_exchange, ask_exchange, data_type, received_at";

    private static final String NULL = "\\N";
    private static final int BYTES_PER_ROW = 128;

    private final StringBuilder text;
    private int count;

    QuoteRows(int expected) {
        text = new StringBuilder(expected * BYTES_PER_ROW);
    }

    void add(Quote quote) {
        text.append(quote.connection()).append('\t').append(quote.sequence()).append('\t');
        text(quote.symbol());
        text.append(quote.contractId().value()).append('\t');
        decimal(quote.bid());
        decimal(quote.bidSize());
        decimal(quote.ask());
        decimal(quote.askSize());
        decimal(quote.last());
        decimal(quote.lastSize());
        text(quote.bidExchange());
        text(quote.askExchange());
        text.append(quote.dataType()).append('\t').append(quote.receivedAt()).append('\n');
        count++;
    }

    int count() {
        return count;
    }

    byte[] toBytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    void clear() {
        text.setLength(0);
        count = 0;
    }

    private void text(String value) {
        for (int i = 0; i < value.length(); i++) {
            escaped(value.charAt(i));
        }
        text.append('\t');
    }

    private void escaped(char character) {
        switch (character) {
            case '\\' -> text.append("\\\\");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            default -> text.append(character);
        }
    }

    private void decimal(@Nullable BigDecimal value) {
        text.append(value == null ? NULL : value.toPlainString()).append('\t');
    }
}
