package com.quanticity.ibkr.console.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something the page shows. Asked by one thread at a time, while others change what stands behind it. */
public interface Panel {

    /** Shortest time between two drawings. */
    Duration pace();

    /** Grows when something shown may have changed. Apart from that a panel is asked once a second, so that age can show. */
    long version();

    /** What to show now; ids and their kinds are the same each time. */
    List<Part> parts(Instant now);
}
