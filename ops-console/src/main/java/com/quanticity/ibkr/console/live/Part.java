package com.quanticity.ibkr.console.live;

import java.util.List;

/** What a panel consists of. */
public sealed interface Part {

    /** An element that is always there. */
    record Single(Piece piece) implements Part {}

    /**
     * Children of an element, in order; they come, go and move.
     *
     * @param parentId the element's id, for example of a {@code tbody}
     */
    record Rows(String parentId, List<Piece> rows) implements Part {
        public Rows {
            rows = List.copyOf(rows);
        }
    }
}
