package com.quanticity.ibkr.model.parent;

/** What becomes of the rest when the window ends. */
public enum EndRule {
    /** The parent ends: children that are out are cancelled, the rest is not traded. */
    LEAVE_REST,
    /** The rest goes out after the window, in children of the largest size, one at a time. */
    COMPLETE
}
