package com.quanticity.ibkr.stream;

import java.util.List;
import org.springframework.data.redis.connection.stream.MapRecord;

/** How many entries to ask for, so that a batch holds about so much text whatever the size of an entry. Confined to one thread. */
final class BatchSize {

    /** What an entry holds is not known before the first are there. */
    private static final int FIRST = 10;

    private final int most;
    private final int characters;
    private int next;

    /**
     * @param most entries at once
     * @param characters a batch is meant to hold, 0: always as many entries as allowed
     */
    BatchSize(int most, int characters) {
        this.most = most;
        this.characters = characters;
        this.next = characters == 0 ? most : Math.min(FIRST, most);
    }

    int next() {
        return next;
    }

    /** Takes the entries of the last read, never none. */
    void saw(List<MapRecord<String, String, String>> entries) {
        if (characters == 0) {
            return;
        }
        long held = 0;
        for (MapRecord<String, String, String> entry : entries) {
            for (String field : entry.getValue().values()) {
                held += field.length();
            }
        }
        next = (int) Math.clamp(characters * (long) entries.size() / Math.max(1, held), 1, most);
    }
}
