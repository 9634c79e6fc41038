package com.quanticity.ibkr.model.stream;

import java.time.Instant;

/**
 * One message of a stream.
 *
 * @param type what {@code data} is, for example {@code submit}
 * @param version schema version of the topic
 * @param id ULID of the message, the same when it is delivered again
 * @param at when it was published, UTC
 * @param key messages of one key stay in order, for example the client order id; may be empty
 * @param data the fact or command
 */
public record Envelope<T>(String type, int version, String id, Instant at, String key, T data) {}
