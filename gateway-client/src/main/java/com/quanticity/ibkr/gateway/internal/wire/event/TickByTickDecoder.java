package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.event.TickByTickEvent;
import com.quanticity.ibkr.gateway.event.TickByTickEvent.TickByTickAllLast;
import com.quanticity.ibkr.gateway.event.TickByTickEvent.TickByTickBidAsk;
import com.quanticity.ibkr.gateway.event.TickByTickEvent.TickByTickMidPoint;
import com.quanticity.ibkr.gateway.event.TickByTickEvent.TickByTickOther;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import com.quanticity.ibkr.gateway.internal.wire.field.ScaledNumber;

/** Every trade and quote. Hot: a tick allocates its event and nothing else. */
final class TickByTickDecoder {

    private final FieldReader in;
    private final ScaledNumber price = new ScaledNumber();
    private final ScaledNumber askPrice = new ScaledNumber();
    private final ScaledNumber size = new ScaledNumber();
    private final ScaledNumber askSize = new ScaledNumber();

    TickByTickDecoder(FieldReader in) {
        this.in = in;
    }

    TickByTickEvent tick() {
        int reqId = in.integer("reqId");
        int tickType = in.integer("tickType");
        long time = in.epochSecond("time");
        return switch (tickType) {
            case 1, 2 -> trade(reqId, tickType, time);
            case 3 -> quote(reqId, time);
            case 4 -> midPoint(reqId, time);
            // 0 says that nothing follows; what a later type brings is not known, and nothing after it needs to be
            // read.
            default -> new TickByTickOther(reqId, tickType, time);
        };
    }

    private TickByTickEvent trade(int reqId, int tickType, long time) {
        in.scaledPrice("price", price);
        in.scaledSize("size", size);
        return new TickByTickAllLast(
                reqId,
                tickType,
                time,
                price.unscaled(),
                price.scale(),
                size.unscaled(),
                size.scale(),
                in.integer("attrMask"),
                in.code("exchange"),
                in.code("specialConditions"));
    }

    private TickByTickEvent quote(int reqId, long time) {
        in.scaledPrice("bidPrice", price);
        in.scaledPrice("askPrice", askPrice);
        in.scaledSize("bidSize", size);
        in.scaledSize("askSize", askSize);
        return new TickByTickBidAsk(
                reqId,
                time,
                price.unscaled(),
                price.scale(),
                askPrice.unscaled(),
                askPrice.scale(),
                size.unscaled(),
                size.scale(),
                askSize.unscaled(),
                askSize.scale(),
                in.integer("attrMaskBidAsk"));
    }

    private TickByTickEvent midPoint(int reqId, long time) {
        in.scaledPrice("midPoint", price);
        return new TickByTickMidPoint(reqId, time, price.unscaled(), price.scale());
    }
}
