package com.quanticity.ibkr.gateway.tws;

import com.ib.client.Decimal;
import com.ib.client.TickAttrib;
import com.ib.client.TickAttribBidAsk;
import com.ib.client.TickAttribLast;
import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.TickByTickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import com.quanticity.ibkr.gateway.tws.bag.Values;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Callbacks about ticks and depth. The client tells a price and its size in two callbacks from one frame: they are one event again,
 * so that a quote never mixes a new price with an old size.
 */
class TickCallbacks extends HistoryCallbacks {

    private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();

    private @Nullable PriceWithoutSize waiting;

    private record PriceWithoutSize(int reqId, int tickType, double price, int attributes) {}

    @Override
    void endFrame() {
        super.endFrame();
        PriceWithoutSize alone = waiting;
        if (alone != null) {
            waiting = null;
            add(price(alone, null));
        }
    }

    @Override
    public void tickPrice(int reqId, int tickType, double price, TickAttrib attributes) {
        PriceWithoutSize told = new PriceWithoutSize(reqId, tickType, price, mask(attributes));
        if (TickType.of(tickType).sizeType() == TickType.UNRECOGNISED) {
            add(price(told, null));
        } else {
            waiting = told;
        }
    }

    @Override
    public void tickSize(int reqId, int tickType, Decimal size) {
        PriceWithoutSize first = waiting;
        if (first != null) {
            waiting = null;
            add(price(first, Values.size(size)));
            return;
        }
        Digits digits = Digits.of(Values.size(size));
        add(new TickEvent.TickSize(reqId, tickType, digits.unscaled(), digits.scale()));
    }

    private static TickPrice price(PriceWithoutSize told, @Nullable BigDecimal sizeGiven) {
        BigDecimal price = Values.number(told.price());
        boolean isNone =
                price != null && price.compareTo(MINUS_ONE) == 0 && (sizeGiven == null || sizeGiven.signum() == 0);
        Digits digits = Digits.of(isNone ? null : price);
        Digits size = Digits.of(sizeGiven);
        return new TickPrice(
                told.reqId(),
                told.tickType(),
                digits.unscaled(),
                digits.scale(),
                size.unscaled(),
                size.scale(),
                told.attributes());
    }

    private static int mask(TickAttrib attributes) {
        return (attributes.canAutoExecute() ? 1 : 0)
                | (attributes.pastLimit() ? 2 : 0)
                | (attributes.preOpen() ? 4 : 0);
    }

    @Override
    public void tickGeneric(int reqId, int tickType, double value) {
        add(new TickEvent.TickGeneric(reqId, tickType, Values.number(value)));
    }

    @Override
    public void tickString(int reqId, int tickType, String value) {
        add(new TickEvent.TickString(reqId, tickType, Values.text(value)));
    }

    @Override
    public void tickReqParams(int reqId, double minTick, String bboExchange, int snapshotPermissions) {
        add(new TickEvent.TickReqParams(
                reqId, Values.numberOrNullIfZero(minTick), Values.text(bboExchange), snapshotPermissions));
    }

    @Override
    public void tickSnapshotEnd(int reqId) {
        add(new TickEvent.TickSnapshotEnd(reqId));
    }

    @Override
    public void marketDataType(int reqId, int type) {
        add(new TickEvent.MarketDataTypeNotice(reqId, type));
    }

    @Override
    public void tickOptionComputation(
            int reqId,
            int tickType,
            int tickAttrib,
            double impliedVol,
            double delta,
            double optPrice,
            double pvDividend,
            double gamma,
            double vega,
            double theta,
            double undPrice) {
        add(new TickEvent.TickOptionComputation(
                reqId,
                tickType,
                tickAttrib,
                approximate(impliedVol),
                approximate(delta),
                Values.number(optPrice),
                Values.number(pvDividend),
                approximate(gamma),
                approximate(vega),
                approximate(theta),
                Values.number(undPrice)));
    }

    private static double approximate(double value) {
        return value == Double.MAX_VALUE ? Double.NaN : value;
    }

    @Override
    public void tickEFP(
            int reqId,
            int tickType,
            double basisPoints,
            String formattedBasisPoints,
            double impliedFuture,
            int holdDays,
            String futureLastTradeDate,
            double dividendImpact,
            double dividendsToLastTradeDate) {
        add(new TickEvent.TickEfp(
                reqId,
                tickType,
                Values.number(basisPoints),
                Values.text(formattedBasisPoints),
                Values.number(impliedFuture),
                holdDays,
                Values.text(futureLastTradeDate),
                Values.number(dividendImpact),
                Values.number(dividendsToLastTradeDate)));
    }

    @Override
    public void rerouteMktDataReq(int reqId, int conId, String exchange) {
        add(new TickEvent.RerouteMktDataReq(reqId, conId, Values.text(exchange)));
    }

    @Override
    public void rerouteMktDepthReq(int reqId, int conId, String exchange) {
        add(new DepthEvent.RerouteMktDepthReq(reqId, conId, Values.text(exchange)));
    }

    @Override
    public void updateMktDepth(int reqId, int position, int operation, int side, double price, Decimal size) {
        Digits priceDigits = Digits.of(Values.number(price));
        Digits sizeDigits = Digits.of(Values.size(size));
        add(new DepthEvent.UpdateMktDepth(
                reqId,
                position,
                operation,
                side,
                priceDigits.unscaled(),
                priceDigits.scale(),
                sizeDigits.unscaled(),
                sizeDigits.scale()));
    }

    @Override
    public void updateMktDepthL2(
            int reqId,
            int position,
            String marketMaker,
            int operation,
            int side,
            double price,
            Decimal size,
            boolean isSmartDepth) {
        Digits priceDigits = Digits.of(Values.number(price));
        Digits sizeDigits = Digits.of(Values.size(size));
        add(new DepthEvent.UpdateMktDepthL2(
                reqId,
                position,
                Values.text(marketMaker),
                operation,
                side,
                priceDigits.unscaled(),
                priceDigits.scale(),
                sizeDigits.unscaled(),
                sizeDigits.scale(),
                isSmartDepth));
    }

    @Override
    public void tickByTickAllLast(
            int reqId,
            int tickType,
            long time,
            double price,
            Decimal size,
            TickAttribLast attributes,
            String exchange,
            String specialConditions) {
        Digits priceDigits = Digits.of(Values.number(price));
        Digits sizeDigits = Digits.of(Values.size(size));
        add(new TickByTickEvent.TickByTickAllLast(
                reqId,
                tickType,
                time,
                priceDigits.unscaled(),
                priceDigits.scale(),
                sizeDigits.unscaled(),
                sizeDigits.scale(),
                (attributes.pastLimit() ? 1 : 0) | (attributes.unreported() ? 2 : 0),
                Values.text(exchange),
                Values.text(specialConditions)));
    }

    @Override
    public void tickByTickBidAsk(
            int reqId,
            long time,
            double bidPrice,
            double askPrice,
            Decimal bidSize,
            Decimal askSize,
            TickAttribBidAsk attributes) {
        Digits bid = Digits.of(Values.number(bidPrice));
        Digits ask = Digits.of(Values.number(askPrice));
        Digits bidDigits = Digits.of(Values.size(bidSize));
        Digits askDigits = Digits.of(Values.size(askSize));
        add(new TickByTickEvent.TickByTickBidAsk(
                reqId,
                time,
                bid.unscaled(),
                bid.scale(),
                ask.unscaled(),
                ask.scale(),
                bidDigits.unscaled(),
                bidDigits.scale(),
                askDigits.unscaled(),
                askDigits.scale(),
                (attributes.bidPastLow() ? 1 : 0) | (attributes.askPastHigh() ? 2 : 0)));
    }

    @Override
    public void tickByTickMidPoint(int reqId, long time, double midPoint) {
        Digits digits = Digits.of(Values.number(midPoint));
        add(new TickByTickEvent.TickByTickMidPoint(reqId, time, digits.unscaled(), digits.scale()));
    }
}
