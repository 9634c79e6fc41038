package com.quanticity.ibkr.simulator.wire;

import java.math.BigDecimal;

/** The four tick frames, written straight because they are most of the traffic; same bytes at every version. */
public final class TickFrames {

    private TickFrames() {}

    /** TICK_PRICE with the size of the same side. */
    public static byte[] price(int requestId, int tickType, BigDecimal price, BigDecimal size, int attributes) {
        return new FrameBuilder()
                .add("1")
                .add("6")
                .add(requestId)
                .add(tickType)
                .add(Fields.plain(price))
                .add(Fields.plain(size))
                .add(attributes)
                .toFrame();
    }

    public static byte[] size(int requestId, int tickType, BigDecimal size) {
        return new FrameBuilder()
                .add("2")
                .add("6")
                .add(requestId)
                .add(tickType)
                .add(Fields.plain(size))
                .toFrame();
    }

    /** TICK_GENERIC. */
    public static byte[] number(int requestId, int tickType, BigDecimal value) {
        return new FrameBuilder()
                .add("45")
                .add("6")
                .add(requestId)
                .add(tickType)
                .add(Fields.plain(value))
                .toFrame();
    }

    public static byte[] text(int requestId, int tickType, String value) {
        return new FrameBuilder()
                .add("46")
                .add("6")
                .add(requestId)
                .add(tickType)
                .add(value)
                .toFrame();
    }

    /** TICK_NEWS without further data. */
    public static byte[] news(int requestId, long epochMillis, String provider, String articleId, String headline) {
        return new FrameBuilder()
                .add("84")
                .add(requestId)
                .add(epochMillis)
                .add(provider)
                .add(articleId)
                .add(headline)
                .add("")
                .toFrame();
    }

    /** The answer to the client's version offer: the one frame without a message id. */
    public static byte[] hello(int serverVersion, String connectionTime) {
        return new FrameBuilder().add(serverVersion).add(connectionTime).toFrame();
    }
}
