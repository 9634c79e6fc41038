package com.quanticity.ibkr.console.live;

import java.util.List;
import java.util.Map;

/**
 * Changes of the page.
 *
 * @param pieces HTML by element id
 * @param orders ids of the children by element id, in order
 */
record Delta(Map<String, String> pieces, Map<String, List<String>> orders) {

    boolean isEmpty() {
        return pieces.isEmpty() && orders.isEmpty();
    }
}
