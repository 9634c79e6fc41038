package com.quanticity.ibkr.gateway.internal.wire;

import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import com.quanticity.ibkr.gateway.event.TickEvent.TickSize;

/** Level 1 messages. Hot: a tick allocates its event and nothing else. */
final class MarketDataDecoder {

    private final FieldReader in;
    private final ScaledNumber price = new ScaledNumber();
    private final ScaledNumber size = new ScaledNumber();

    MarketDataDecoder(FieldReader in) {
        this.in = in;
    }

    /**
     * A price of −1 with no size is no price on this side; with a size it can be the real price of a spread. Types without a size of
     * their own fill the size field with nothing of meaning.
     */
    TickPrice tickPrice() {
        in.skip("version");
        int reqId = in.integer("reqId");
        int tickType = in.integer("tickType");
        in.scaledPrice("price", price);
        in.scaledSize("size", size);
        int attributes = in.integer("attrMask");
        if (price.isMinusOne() && (size.isAbsent() || size.isZero())) {
            price.clear();
        }
        if (TickType.of(tickType).sizeType() == TickType.UNRECOGNISED) {
            size.clear();
        }
        return new TickPrice(reqId, tickType, price.unscaled, price.scale, size.unscaled, size.scale, attributes);
    }

    TickSize tickSize() {
        in.skip("version");
        int reqId = in.integer("reqId");
        int tickType = in.integer("tickType");
        in.scaledSize("size", size);
        return new TickSize(reqId, tickType, size.unscaled, size.scale);
    }

    GatewayEvent tickGeneric() {
        in.skip("version");
        return new TickEvent.TickGeneric(in.integer("reqId"), in.integer("tickType"), in.numberOrNull("value"));
    }

    GatewayEvent tickString() {
        in.skip("version");
        return new TickEvent.TickString(in.integer("reqId"), in.integer("tickType"), in.text("value"));
    }

    GatewayEvent tickReqParams() {
        return new TickEvent.TickReqParams(
                in.integer("reqId"),
                in.numberOrNullIfZero("minTick"),
                in.text("bboExchange"),
                in.integer("snapshotPermissions"));
    }

    GatewayEvent marketDataType() {
        in.skip("version");
        return new TickEvent.MarketDataTypeNotice(in.integer("reqId"), in.integer("marketDataType"));
    }
}
