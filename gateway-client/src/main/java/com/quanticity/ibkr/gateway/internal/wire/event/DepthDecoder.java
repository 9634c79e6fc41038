package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.DepthEvent.DepthExchange;
import com.quanticity.ibkr.gateway.event.DepthEvent.UpdateMktDepth;
import com.quanticity.ibkr.gateway.event.DepthEvent.UpdateMktDepthL2;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import com.quanticity.ibkr.gateway.internal.wire.field.ScaledNumber;

/** Market depth. Hot: a row allocates its event and nothing else. */
final class DepthDecoder {

    private final FieldReader in;
    private final ScaledNumber price = new ScaledNumber();
    private final ScaledNumber size = new ScaledNumber();

    DepthDecoder(FieldReader in) {
        this.in = in;
    }

    DepthEvent row() {
        in.skip("version");
        int reqId = in.integer("reqId");
        int position = in.integer("position");
        int operation = in.integer("operation");
        int side = in.integer("side");
        in.scaledPrice("price", price);
        in.scaledSize("size", size);
        return new UpdateMktDepth(
                reqId, position, operation, side, price.unscaled(), price.scale(), size.unscaled(), size.scale());
    }

    DepthEvent rowL2() {
        in.skip("version");
        int reqId = in.integer("reqId");
        int position = in.integer("position");
        String marketMaker = in.code("marketMaker");
        int operation = in.integer("operation");
        int side = in.integer("side");
        in.scaledPrice("price", price);
        in.scaledSize("size", size);
        return new UpdateMktDepthL2(
                reqId,
                position,
                marketMaker,
                operation,
                side,
                price.unscaled(),
                price.scale(),
                size.unscaled(),
                size.scale(),
                in.bool("isSmartDepth"));
    }

    DepthEvent exchanges() {
        return new DepthEvent.MktDepthExchanges(in.group(
                "exchanges#",
                5,
                () -> new DepthExchange(
                        in.text("exchanges[].exchange"),
                        in.text("exchanges[].secType"),
                        in.text("exchanges[].listingExch"),
                        in.text("exchanges[].serviceDataType"),
                        in.integerOrNull("exchanges[].aggGroup"))));
    }

    DepthEvent reroute() {
        return new DepthEvent.RerouteMktDepthReq(in.integer("reqId"), in.integer("conId"), in.code("exchange"));
    }
}
