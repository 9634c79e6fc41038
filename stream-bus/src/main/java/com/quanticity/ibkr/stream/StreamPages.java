package com.quanticity.ibkr.stream;

import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.MalformedMessageException;
import com.quanticity.ibkr.model.stream.Topic;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Range.Bound;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.core.StreamOperations;

/** Reads a part of a stream page by page, so that memory is bound by a page. */
final class StreamPages<T> {

    private static final int PAGE = 100;

    private final StreamOperations<String, String, String> streams;
    private final String key;
    private final Topic<T> topic;

    StreamPages(StreamOperations<String, String, String> streams, String key, Topic<T> topic) {
        this.streams = streams;
        this.key = key;
        this.topic = topic;
    }

    /** Returns how many entries were passed over as they are no message of the topic. */
    long read(Instant from, Instant to, Consumer<Envelope<T>> each) {
        Bound<String> first = Bound.inclusive(Long.toString(from.toEpochMilli()));
        Bound<String> last = Bound.exclusive(to.toEpochMilli() + "-0");
        long malformed = 0;
        while (true) {
            List<MapRecord<String, String, String>> page =
                    streams.range(key, Range.of(first, last), Limit.limit().count(PAGE));
            if (page == null || page.isEmpty()) {
                return malformed;
            }
            for (MapRecord<String, String, String> entry : page) {
                try {
                    each.accept(topic.decode(entry.getValue()));
                } catch (MalformedMessageException e) {
                    malformed++;
                }
            }
            first = Bound.exclusive(page.getLast().getId().getValue());
        }
    }
}
