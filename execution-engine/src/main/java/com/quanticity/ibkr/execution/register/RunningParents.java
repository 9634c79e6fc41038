package com.quanticity.ibkr.execution.register;

import java.util.List;

/** What an algorithm has at work. */
@FunctionalInterface
public interface RunningParents {

    /** Cancels every live parent of an algorithm; gives their ids. */
    List<String> cancelAllOf(String algorithm, String because);
}
