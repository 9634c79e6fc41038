package com.quanticity.ibkr.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.StreamInfo.XInfoGroup;
import org.springframework.data.redis.connection.stream.StreamInfo.XInfoStream;
import org.springframework.data.redis.core.StreamOperations;

/** Reads how far groups are behind. Thread-safe. */
final class GroupLagReader {

    private final StreamOperations<String, String, String> streams;

    GroupLagReader(StreamOperations<String, String, String> streams) {
        this.streams = streams;
    }

    GroupLag read(String key, String group) {
        try {
            XInfoStream stream = streams.info(key);
            return streams.groups(key).stream()
                    .filter(one -> one.groupName().equals(group))
                    .findFirst()
                    .map(one -> lag(stream, one))
                    .orElseGet(() -> new GroupLag(stream.streamLength(), 0, Duration.ZERO));
        } catch (RedisSystemException e) {
            if (String.valueOf(e.getCause()).contains("no such key")) {
                return GroupLag.NONE;
            }
            throw e;
        }
    }

    private static GroupLag lag(XInfoStream stream, XInfoGroup group) {
        EntryId newest = EntryId.of(stream.lastGeneratedId());
        EntryId delivered = EntryId.of(group.lastDeliveredId());
        if (stream.streamLength() == 0 || delivered.compareTo(newest) >= 0) {
            return new GroupLag(0, group.pendingCount(), Duration.ZERO);
        }
        EntryId oldest = oldest(stream);
        long from = Math.max(delivered.millis(), oldest.millis());
        Object exact = group.getRaw().get("lag");
        long entries = exact instanceof Number number
                ? number.longValue()
                : share(stream.streamLength(), newest.millis() - from, newest.millis() - oldest.millis());
        return new GroupLag(entries, group.pendingCount(), Duration.ofMillis(newest.millis() - from));
    }

    private static long share(long length, long part, long whole) {
        return whole <= 0 ? length : Math.clamp(Math.round((double) length * part / whole), 1, length);
    }

    private static EntryId oldest(XInfoStream stream) {
        Map<Object, Object> first = stream.getFirstEntry();
        return first == null || first.isEmpty()
                ? EntryId.of(stream.lastGeneratedId())
                : EntryId.of(String.valueOf(first.keySet().iterator().next()));
    }

    /** The id of the oldest entry, empty when there is none. */
    String oldestId(String key) {
        List<MapRecord<String, String, String>> first =
                streams.range(key, Range.unbounded(), Limit.limit().count(1));
        return first == null || first.isEmpty() ? "" : first.getFirst().getId().getValue();
    }

    /** The id of the last entry handed to a group, empty when the group does not exist. */
    String deliveredId(String key, String group) {
        return streams.groups(key).stream()
                .filter(one -> one.groupName().equals(group))
                .findFirst()
                .map(XInfoGroup::lastDeliveredId)
                .orElse("");
    }
}
