package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.request.ContractRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;

/** Requests for reference data and the past. */
final class ReferenceEncoder {

    private ReferenceEncoder() {}

    static void write(FieldWriter out, ContractRequest request) {
        switch (request) {
            case ContractRequest.ReqContractDetails(int reqId, GatewayContract contract) ->
                contractDetails(out, reqId, contract);
            case ContractRequest.ReqMatchingSymbols(int reqId, String pattern) -> {
                out.message(OutboundMessage.REQ_MATCHING_SYMBOLS);
                out.integer(reqId);
                out.text("pattern", pattern);
            }
            case ContractRequest.ReqSecDefOptParams options -> {
                out.message(OutboundMessage.REQ_SEC_DEF_OPT_PARAMS);
                out.integer(options.reqId());
                out.text("underlyingSymbol", options.underlyingSymbol());
                out.text("futFopExchange", options.futFopExchange());
                out.text("underlyingSecType", options.underlyingSecType());
                out.integer(options.underlyingConId());
            }
            case ContractRequest.ReqMarketRule(int marketRuleId) -> {
                out.message(OutboundMessage.REQ_MARKET_RULE);
                out.integer(marketRuleId);
            }
            case ContractRequest.ReqFundamentalData fundamentals -> fundamentals(out, fundamentals);
            case ContractRequest.CancelFundamentalData(int reqId) -> {
                out.message(OutboundMessage.CANCEL_FUNDAMENTAL_DATA, 1);
                out.integer(reqId);
            }
        }
    }

    static void write(FieldWriter out, HistoryRequest request) {
        switch (request) {
            case HistoryRequest.ReqHistoricalData bars -> bars(out, bars);
            case HistoryRequest.CancelHistoricalData(int reqId) -> {
                out.message(OutboundMessage.CANCEL_HISTORICAL_DATA, 1);
                out.integer(reqId);
            }
            case HistoryRequest.ReqHeadTimestamp head -> {
                out.message(OutboundMessage.REQ_HEAD_TIMESTAMP);
                out.integer(head.reqId());
                ContractWriter.write(out, head.contract());
                out.bool(head.contract().includeExpired());
                out.bool(head.useRTH());
                out.text("whatToShow", head.whatToShow().code());
                out.integer(head.formatDate());
            }
            case HistoryRequest.CancelHeadTimestamp(int reqId) -> {
                out.message(OutboundMessage.CANCEL_HEAD_TIMESTAMP);
                out.integer(reqId);
            }
            case HistoryRequest.ReqHistoricalTicks ticks -> ticks(out, ticks);
            case HistoryRequest.ReqHistogramData histogram -> {
                out.message(OutboundMessage.REQ_HISTOGRAM_DATA);
                out.integer(histogram.reqId());
                ContractWriter.write(out, histogram.contract());
                out.bool(histogram.contract().includeExpired());
                out.bool(histogram.useRTH());
                out.text("timePeriod", histogram.timePeriod());
            }
            case HistoryRequest.CancelHistogramData(int reqId) -> {
                out.message(OutboundMessage.CANCEL_HISTOGRAM_DATA);
                out.integer(reqId);
            }
        }
    }

    private static void contractDetails(FieldWriter out, int reqId, GatewayContract contract) {
        out.message(OutboundMessage.REQ_CONTRACT_DATA, 8);
        out.integer(reqId);
        ContractWriter.write(out, contract);
        out.bool(contract.includeExpired());
        out.text("contract.secIdType", contract.secIdType());
        out.text("contract.secId", contract.secId());
        out.text("contract.issuerId", contract.issuerId());
    }

    private static void fundamentals(FieldWriter out, ContractRequest.ReqFundamentalData fundamentals) {
        GatewayContract contract = fundamentals.contract();
        out.message(OutboundMessage.REQ_FUNDAMENTAL_DATA, 2);
        out.integer(fundamentals.reqId());
        out.integer(contract.conId());
        out.text("contract.symbol", contract.symbol());
        out.text("contract.secType", contract.secType());
        out.text("contract.exchange", contract.exchange());
        out.text("contract.primaryExchange", contract.primaryExchange());
        out.text("contract.currency", contract.currency());
        out.text("contract.localSymbol", contract.localSymbol());
        out.text("reportType", fundamentals.reportType());
        out.tagList("options", fundamentals.options());
    }

    private static void bars(FieldWriter out, HistoryRequest.ReqHistoricalData bars) {
        out.message(OutboundMessage.REQ_HISTORICAL_DATA);
        out.integer(bars.reqId());
        ContractWriter.write(out, bars.contract());
        out.bool(bars.contract().includeExpired());
        out.text("endDateTime", bars.endDateTime());
        out.text("barSizeSetting", bars.barSizeSetting().code());
        out.text("durationStr", bars.durationStr());
        out.bool(bars.useRTH());
        out.text("whatToShow", bars.whatToShow().code());
        out.integer(bars.formatDate());
        ContractWriter.writeLegs(out, bars.contract());
        out.bool(bars.keepUpToDate());
        out.tagList("chartOptions", bars.chartOptions());
    }

    private static void ticks(FieldWriter out, HistoryRequest.ReqHistoricalTicks ticks) {
        out.message(OutboundMessage.REQ_HISTORICAL_TICKS);
        out.integer(ticks.reqId());
        ContractWriter.write(out, ticks.contract());
        out.bool(ticks.contract().includeExpired());
        out.text("startDateTime", ticks.startDateTime());
        out.text("endDateTime", ticks.endDateTime());
        out.integer(ticks.numberOfTicks());
        out.text("whatToShow", ticks.whatToShow().code());
        out.bool(ticks.useRth());
        out.bool(ticks.ignoreSize());
        out.tagList("miscOptions", ticks.miscOptions());
    }
}
