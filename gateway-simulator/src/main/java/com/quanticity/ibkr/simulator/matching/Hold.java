package com.quanticity.ibkr.simulator.matching;

/** Why an accepted order does not work yet, with the protocol's word for it; most reasons have none. */
public enum Hold {
    /** Its parent is not filled. */
    CHILD("child"),
    /** Its start time is not reached. */
    START(""),
    /** Its conditions do not hold. */
    CONDITION(""),
    /** Nobody lends the shares to sell short. */
    LOCATE("locate"),
    /** The exchange is closed, or the auction it waits for has not come. */
    SESSION(""),
    /** The market has not reached its trigger. */
    TRIGGER("trigger");

    private final String wireText;

    Hold(String wireText) {
        this.wireText = wireText;
    }

    public String wireText() {
        return wireText;
    }
}
