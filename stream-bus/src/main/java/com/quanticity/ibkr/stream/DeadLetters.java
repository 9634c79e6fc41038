package com.quanticity.ibkr.stream;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.RedisStreamCommands.TrimOptions;
import org.springframework.data.redis.connection.RedisStreamCommands.XAddOptions;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.core.StreamOperations;

/** The stream of entries that one group could not handle, with the reason. Thread-safe. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final long LENGTH = 10_000;

    private final StreamOperations<String, String, String> streams;
    private final String key;
    private final String group;

    DeadLetters(StreamOperations<String, String, String> streams, String key, String group) {
        this.streams = streams;
        this.key = key;
        this.group = group;
    }

    void add(MapRecord<String, String, String> entry, Exception cause) {
        Map<String, String> fields = new HashMap<>(entry.getValue());
        fields.put("dead-entry", entry.getId().getValue());
        fields.put("dead-group", group);
        fields.put("dead-reason", oneLine(String.valueOf(cause.getMessage())));
        streams.add(
                StreamRecords.newRecord().in(key).ofMap(fields),
                XAddOptions.trim(TrimOptions.maxLen(LENGTH).approximate()));
        LOG.error(
                "message dead-lettered stream={} group={} entry={} reason={}; look at it in {}",
                entry.getStream(),
                group,
                entry.getId().getValue(),
                oneLine(cause.toString()),
                key);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
