package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.history.HistoryStream.Place;
import java.util.List;

/**
 * Finds holes in the sequence of what is stored. What comes again has a lower place and is passed over. Confined to one thread.
 *
 * @param <T> one item
 */
final class SequenceWatch<T> {

    private final Place<T> place;
    private long connection;
    private long last;

    /**
     * @param connection of the newest stored row, 0 when there is none
     * @param last highest sequence stored of it
     */
    SequenceWatch(Place<T> place, long connection, long last) {
        this.place = place;
        this.connection = connection;
        this.last = last;
    }

    /** Takes items in the order of the stream and returns how many are missing before or between them. */
    long missing(List<T> items) {
        long missing = 0;
        for (T item : items) {
            long of = place.connection().of(item);
            long sequence = place.sequence().of(item);
            if (of > connection) {
                connection = of;
                missing += sequence - 1;
                last = sequence;
            } else if (of == connection && sequence > last) {
                missing += sequence - last - 1;
                last = sequence;
            }
        }
        return missing;
    }
}
