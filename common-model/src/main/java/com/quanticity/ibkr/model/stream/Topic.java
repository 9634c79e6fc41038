package com.quanticity.ibkr.model.stream;

import java.time.Instant;
import java.util.Map;

/**
 * A stream together with the type of its payload, its schema version and its encoding. All topics are constants of {@link Topics}.
 *
 * @param name the stream
 * @param version schema version written, and the highest one read
 * @param payload type of one message's data
 * @param codec turns a message into the fields of a stream entry and back
 */
public record Topic<T>(StreamName name, int version, Class<T> payload, PayloadCodec<T> codec) {

    /** A message of this topic, ready to publish. */
    public Envelope<T> envelope(String id, Instant at, String key, T data) {
        return new Envelope<>(codec.typeOf(data), version, id, at, key, data);
    }

    /** The fields of a stream entry, in a fixed order. */
    public Map<String, String> encode(Envelope<T> envelope) {
        return codec.encode(envelope);
    }

    /** @throws MalformedMessageException when the fields are not a message of this topic or of a newer version */
    public Envelope<T> decode(Map<String, String> fields) {
        try {
            return codec.decode(fields, version);
        } catch (MalformedMessageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MalformedMessageException("not a message of " + name + ": " + e.getMessage(), e);
        }
    }

    /** How messages of a topic are written into stream entries. */
    public interface PayloadCodec<T> {

        Map<String, String> encode(Envelope<T> envelope);

        Envelope<T> decode(Map<String, String> fields, int highestVersion);

        /** The {@code type} of a message with this data. */
        String typeOf(T data);
    }
}
