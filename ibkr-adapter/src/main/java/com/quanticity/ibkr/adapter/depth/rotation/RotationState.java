package com.quanticity.ibkr.adapter.depth.rotation;

/** Whether turns change hands. */
public enum RotationState {
    ROTATING,
    /** It could, but nobody waits who can have a turn, or no slot rotates. */
    NOTHING_TO_ROTATE,
    /** A person wants it so. Turns stay as they are. */
    PAUSED,
    /** The gateway does not serve us as it must; tried again by itself. */
    DISABLED,
    /** A market data farm is broken or another session has the data. */
    HELD,
    /** The session is not READY. */
    NO_SESSION
}
