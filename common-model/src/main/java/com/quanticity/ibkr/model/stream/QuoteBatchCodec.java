package com.quanticity.ibkr.model.stream;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.stream.Topic.PayloadCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Quotes: {@code v}, {@code n} = number of quotes, {@code d} = one line a quote, fields separated by {@code |} in the order of
 * {@link Quote}: symbol, contractId, bid, bidSize, ask, askSize, last, lastSize, bidExchange, askExchange, dataType (wire code),
 * connection, sequence, receivedAt (epoch nanoseconds). An empty field is absent. Text, so that every language and
 * {@code redis-cli} read it, and decimals stay exact.
 */
final class QuoteBatchCodec implements PayloadCodec<QuoteBatch> {

    private static final String TYPE = "quotes";
    private static final int FIELDS = 14;
    private static final char SEPARATOR = '|';
    private static final long NANOS = 1_000_000_000L;

    @Override
    public String typeOf(QuoteBatch data) {
        return TYPE;
    }

    @Override
    public Map<String, String> encode(Envelope<QuoteBatch> envelope) {
        List<Quote> quotes = envelope.data().quotes();
        StringBuilder lines = new StringBuilder(quotes.size() * 96);
        for (Quote quote : quotes) {
            append(lines, quote);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("v", Integer.toString(envelope.version()));
        fields.put("n", Integer.toString(quotes.size()));
        fields.put("d", lines.toString());
        return fields;
    }

    @Override
    public Envelope<QuoteBatch> decode(Map<String, String> fields, int highestVersion) {
        int version = Versions.check(fields.get("v"), highestVersion);
        String lines = fields.get("d");
        if (lines == null) {
            throw new MalformedMessageException("field 'd' is missing");
        }
        List<Quote> quotes = new ArrayList<>();
        for (String line : lines.split("\n", -1)) {
            if (!line.isEmpty()) {
                quotes.add(quote(line));
            }
        }
        if (!Integer.toString(quotes.size()).equals(fields.get("n"))) {
            throw new MalformedMessageException(
                    "field 'n' says " + fields.get("n") + " quotes, 'd' holds " + quotes.size());
        }
        QuoteBatch batch = new QuoteBatch(quotes);
        Instant at = quotes.getLast().receivedAt();
        return new Envelope<>(TYPE, version, "", at, "", batch);
    }

    private static void append(StringBuilder line, Quote quote) {
        text(line, quote.symbol());
        line.append(quote.contractId().value()).append(SEPARATOR);
        decimal(line, quote.bid());
        decimal(line, quote.bidSize());
        decimal(line, quote.ask());
        decimal(line, quote.askSize());
        decimal(line, quote.last());
        decimal(line, quote.lastSize());
        text(line, quote.bidExchange());
        text(line, quote.askExchange());
        line.append(quote.dataType().wireCode()).append(SEPARATOR);
        line.append(quote.connection()).append(SEPARATOR);
        line.append(quote.sequence()).append(SEPARATOR);
        Instant at = quote.receivedAt();
        line.append(at.getEpochSecond() * NANOS + at.getNano()).append('\n');
    }

    private static void text(StringBuilder line, String value) {
        if (value.indexOf(SEPARATOR) >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("'" + value + "' holds a separator of the quote format");
        }
        line.append(value).append(SEPARATOR);
    }

    private static void decimal(StringBuilder line, @Nullable BigDecimal value) {
        if (value != null) {
            line.append(value.toPlainString());
        }
        line.append(SEPARATOR);
    }

    private static Quote quote(String line) {
        List<String> fields = split(line);
        if (fields.size() < FIELDS) {
            throw new MalformedMessageException(
                    "a quote has " + FIELDS + " fields, found " + fields.size() + ": " + line);
        }
        long receivedAt = Long.parseLong(fields.get(13));
        return new Quote(
                fields.get(0),
                ContractId.of(Integer.parseInt(fields.get(1))),
                decimal(fields.get(2)),
                decimal(fields.get(3)),
                decimal(fields.get(4)),
                decimal(fields.get(5)),
                decimal(fields.get(6)),
                decimal(fields.get(7)),
                fields.get(8),
                fields.get(9),
                MarketDataType.ofWireCode(Integer.parseInt(fields.get(10))),
                Long.parseLong(fields.get(11)),
                Long.parseLong(fields.get(12)),
                Instant.ofEpochSecond(Math.floorDiv(receivedAt, NANOS), Math.floorMod(receivedAt, NANOS)));
    }

    private static @Nullable BigDecimal decimal(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>(FIELDS);
        int start = 0;
        for (int end = line.indexOf(SEPARATOR); end >= 0; end = line.indexOf(SEPARATOR, start)) {
            fields.add(line.substring(start, end));
            start = end + 1;
        }
        fields.add(line.substring(start));
        return fields;
    }
}
