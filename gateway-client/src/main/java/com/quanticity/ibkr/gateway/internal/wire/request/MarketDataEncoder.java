package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.request.DepthRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;

/** Requests for live prices, and order books. */
final class MarketDataEncoder {

    private MarketDataEncoder() {}

    static void write(FieldWriter out, MarketDataRequest request) {
        switch (request) {
            case MarketDataRequest.ReqMktData data -> level1(out, data);
            case MarketDataRequest.CancelMktData(int reqId) -> {
                out.message(OutboundMessage.CANCEL_MKT_DATA, 1);
                out.integer(reqId);
            }
            case MarketDataRequest.ReqMarketDataType(var type) -> {
                out.message(OutboundMessage.REQ_MARKET_DATA_TYPE, 1);
                out.integer(type.wireCode());
            }
            case MarketDataRequest.ReqTickByTickData ticks -> tickByTick(out, ticks);
            case MarketDataRequest.CancelTickByTickData(int reqId) -> {
                out.message(OutboundMessage.CANCEL_TICK_BY_TICK_DATA);
                out.integer(reqId);
            }
            case MarketDataRequest.ReqRealTimeBars bars -> realTimeBars(out, bars);
            case MarketDataRequest.CancelRealTimeBars(int reqId) -> {
                out.message(OutboundMessage.CANCEL_REAL_TIME_BARS, 1);
                out.integer(reqId);
            }
            case MarketDataRequest.ReqSmartComponents(int reqId, String bboExchange) -> {
                out.message(OutboundMessage.REQ_SMART_COMPONENTS);
                out.integer(reqId);
                out.text("bboExchange", bboExchange);
            }
            case MarketDataRequest.CalculateImpliedVolatility option -> impliedVolatility(out, option);
            case MarketDataRequest.CancelCalculateImpliedVolatility(int reqId) -> {
                out.message(OutboundMessage.CANCEL_CALC_IMPLIED_VOLAT, 1);
                out.integer(reqId);
            }
            case MarketDataRequest.CalculateOptionPrice option -> optionPrice(out, option);
            case MarketDataRequest.CancelCalculateOptionPrice(int reqId) -> {
                out.message(OutboundMessage.CANCEL_CALC_OPTION_PRICE, 1);
                out.integer(reqId);
            }
        }
    }

    static void write(FieldWriter out, DepthRequest request) {
        switch (request) {
            case DepthRequest.ReqMktDepthExchanges() -> out.message(OutboundMessage.REQ_MKT_DEPTH_EXCHANGES);
            case DepthRequest.ReqMktDepth depth -> {
                out.message(OutboundMessage.REQ_MKT_DEPTH, 5);
                out.integer(depth.reqId());
                ContractWriter.write(out, depth.contract());
                out.integer(depth.numRows());
                out.bool(depth.isSmartDepth());
                out.tagList("mktDepthOptions", depth.mktDepthOptions());
            }
            case DepthRequest.CancelMktDepth(int reqId, boolean isSmartDepth) -> {
                out.message(OutboundMessage.CANCEL_MKT_DEPTH, 1);
                out.integer(reqId);
                out.bool(isSmartDepth);
            }
        }
    }

    private static void level1(FieldWriter out, MarketDataRequest.ReqMktData data) {
        out.message(OutboundMessage.REQ_MKT_DATA, 11);
        out.integer(data.reqId());
        GatewayContract contract = data.contract();
        ContractWriter.write(out, contract);
        ContractWriter.writeLegs(out, contract);
        ContractWriter.writeDeltaNeutralContract(out, contract.deltaNeutralContract());
        out.text("genericTickList", data.genericTickList());
        out.bool(data.snapshot());
        out.bool(data.regulatorySnapshot());
        out.tagList("mktDataOptions", data.mktDataOptions());
    }

    private static void tickByTick(FieldWriter out, MarketDataRequest.ReqTickByTickData ticks) {
        out.message(OutboundMessage.REQ_TICK_BY_TICK_DATA);
        out.integer(ticks.reqId());
        ContractWriter.write(out, ticks.contract());
        out.text("tickType", ticks.tickType().code());
        out.integer(ticks.numberOfTicks());
        out.bool(ticks.ignoreSize());
    }

    private static void realTimeBars(FieldWriter out, MarketDataRequest.ReqRealTimeBars bars) {
        out.message(OutboundMessage.REQ_REAL_TIME_BARS, 3);
        out.integer(bars.reqId());
        ContractWriter.write(out, bars.contract());
        out.integer(bars.barSize());
        out.text("whatToShow", bars.whatToShow().code());
        out.bool(bars.useRTH());
        out.tagList("realTimeBarsOptions", bars.realTimeBarsOptions());
    }

    private static void impliedVolatility(FieldWriter out, MarketDataRequest.CalculateImpliedVolatility option) {
        out.message(OutboundMessage.REQ_CALC_IMPLIED_VOLAT, 2);
        out.integer(option.reqId());
        ContractWriter.write(out, option.contract());
        out.number(option.optionPrice());
        out.number(option.underPrice());
        out.tagList("impliedVolatilityOptions", option.impliedVolatilityOptions());
    }

    private static void optionPrice(FieldWriter out, MarketDataRequest.CalculateOptionPrice option) {
        out.message(OutboundMessage.REQ_CALC_OPTION_PRICE, 2);
        out.integer(option.reqId());
        ContractWriter.write(out, option.contract());
        out.number(option.volatility());
        out.number(option.underPrice());
        out.tagList("optionPriceOptions", option.optionPriceOptions());
    }
}
