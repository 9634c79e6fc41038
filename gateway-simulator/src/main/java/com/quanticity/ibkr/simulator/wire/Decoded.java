package com.quanticity.ibkr.simulator.wire;

/** What became of a received frame. */
public sealed interface Decoded {

    record Understood(Request request) implements Decoded {}

    /**
     * The frame does not fit its layout at the agreed version.
     *
     * @param id the request or order id if it could be read, else -1
     */
    record Unreadable(int id, String reason) implements Decoded {}

    /** A message this simulator does not serve. */
    record Unknown(int messageId) implements Decoded {}

    /** The frame does not even start with a number. */
    record Garbage(String reason) implements Decoded {}
}
