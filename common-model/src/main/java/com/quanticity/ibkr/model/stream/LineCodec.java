package com.quanticity.ibkr.model.stream;

import com.quanticity.ibkr.model.stream.Topic.PayloadCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Batches as text: {@code v}, {@code n} = number of items, {@code d} = one line an item, fields separated by {@code |}; an empty field is
 * absent. Text, so that every language and {@code redis-cli} read it, and decimals stay exact. Readers pass over fields at the end that
 * they do not know. {@link Envelope#at} is when the socket reader took the oldest item.
 *
 * @param <B> the batch
 * @param <T> one item
 */
abstract class LineCodec<B, T> implements PayloadCodec<B> {

    private final String type;
    private final int lineLength;

    LineCodec(String type, int lineLength) {
        this.type = type;
        this.lineLength = lineLength;
    }

    abstract List<T> items(B batch);

    abstract B batch(List<T> items);

    abstract Instant receivedAt(T item);

    abstract void write(LineWriter line, T item);

    abstract T read(LineReader line);

    @Override
    public final String typeOf(B data) {
        return type;
    }

    @Override
    public final Map<String, String> encode(Envelope<B> envelope) {
        List<T> items = items(envelope.data());
        LineWriter lines = new LineWriter(items.size() * lineLength);
        for (T item : items) {
            write(lines, item);
            lines.end();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("v", Integer.toString(envelope.version()));
        fields.put("n", Integer.toString(items.size()));
        fields.put("d", lines.toString());
        return fields;
    }

    @Override
    public final Envelope<B> decode(Map<String, String> fields, int highestVersion) {
        int version = Versions.check(fields.get("v"), highestVersion);
        String text = fields.get("d");
        if (text == null) {
            throw new MalformedMessageException("field 'd' is missing");
        }
        List<T> items = new ArrayList<>();
        LineReader lines = new LineReader(text);
        while (lines.nextLine()) {
            items.add(read(lines));
        }
        if (!Integer.toString(items.size()).equals(fields.get("n"))) {
            throw new MalformedMessageException(
                    "field 'n' says " + fields.get("n") + " " + type + ", 'd' holds " + items.size());
        }
        return new Envelope<>(type, version, "", receivedAt(items.getFirst()), "", batch(items));
    }
}
