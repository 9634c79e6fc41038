package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import com.quanticity.ibkr.gateway.event.TickEvent.TickSize;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import com.quanticity.ibkr.gateway.internal.wire.field.ScaledNumber;
import java.math.BigDecimal;

/** Level 1 messages. Hot: a tick allocates its event and nothing else. */
final class TickDecoder {

    private static final BigDecimal NOT_COMPUTED = BigDecimal.ONE.negate();

    private final FieldReader in;
    private final ScaledNumber price = new ScaledNumber();
    private final ScaledNumber size = new ScaledNumber();

    TickDecoder(FieldReader in) {
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
        if (!carriesSize(tickType)) {
            size.clear();
        }
        return new TickPrice(
                reqId, tickType, price.unscaled(), price.scale(), size.unscaled(), size.scale(), attributes);
    }

    TickSize tickSize() {
        in.skip("version");
        int reqId = in.integer("reqId");
        int tickType = in.integer("tickType");
        in.scaledSize("size", size);
        return new TickSize(reqId, tickType, size.unscaled(), size.scale());
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

    GatewayEvent optionComputation() {
        return new TickEvent.TickOptionComputation(
                in.integer("reqId"),
                in.integer("tickType"),
                in.integer("tickAttrib"),
                in.approximate("impliedVol", -1),
                in.approximate("delta", -2),
                in.numberOrNullIf("optPrice", NOT_COMPUTED),
                in.numberOrNullIf("pvDividend", NOT_COMPUTED),
                in.approximate("gamma", -2),
                in.approximate("vega", -2),
                in.approximate("theta", -2),
                in.numberOrNullIf("undPrice", NOT_COMPUTED));
    }

    GatewayEvent efp() {
        in.skip("version");
        return new TickEvent.TickEfp(
                in.integer("reqId"),
                in.integer("tickType"),
                in.numberOrNull("basisPoints"),
                in.text("formattedBasisPoints"),
                in.numberOrNull("impliedFuture"),
                in.integer("holdDays"),
                in.text("futureLastTradeDate"),
                in.numberOrNull("dividendImpact"),
                in.numberOrNull("dividendsToLastTradeDate"));
    }

    GatewayEvent reroute() {
        return new TickEvent.RerouteMktDataReq(in.integer("reqId"), in.integer("conId"), in.code("exchange"));
    }

    /** The table of {@link TickType#sizeType()} as a switch over numbers: this is asked for every tick. */
    static boolean carriesSize(int tickType) {
        return switch (tickType) {
            case 1, 2, 4, 66, 67, 68 -> true;
            // Every other type's price stands alone.
            default -> false;
        };
    }
}
