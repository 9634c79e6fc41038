package com.quanticity.ibkr.gateway.pacing;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.request.WhatToShow;
import java.util.Optional;

/**
 * What the limits look at in a query for the past.
 *
 * @param reqId request id
 * @param identity equal for identical queries of any process
 * @param series equal for queries of one contract, exchange and kind of data
 * @param weight 2 for BID_ASK, else 1
 * @param staysOpen true when it goes on after its first answer
 */
public record HistoryQuery(int reqId, String identity, String series, int weight, boolean staysOpen) {

    /** Empty for cancels and histograms: they are not counted. */
    public static Optional<HistoryQuery> of(HistoryRequest request) {
        return switch (request) {
            case HistoryRequest.ReqHistoricalData bars ->
                Optional.of(query(
                        bars.reqId(),
                        "bars " + bars.endDateTime() + ' ' + bars.durationStr() + ' ' + bars.barSizeSetting() + ' '
                                + bars.useRTH() + ' ' + bars.keepUpToDate(),
                        bars.contract(),
                        bars.whatToShow(),
                        bars.keepUpToDate()));
            case HistoryRequest.ReqHistoricalTicks ticks ->
                Optional.of(query(
                        ticks.reqId(),
                        "ticks " + ticks.startDateTime() + ' ' + ticks.endDateTime() + ' ' + ticks.numberOfTicks() + ' '
                                + ticks.useRth() + ' ' + ticks.ignoreSize(),
                        ticks.contract(),
                        ticks.whatToShow(),
                        false));
            case HistoryRequest.ReqHeadTimestamp head ->
                Optional.of(query(head.reqId(), "head " + head.useRTH(), head.contract(), head.whatToShow(), false));
            case HistoryRequest.CancelHistoricalData _,
                    HistoryRequest.CancelHeadTimestamp _,
                    HistoryRequest.ReqHistogramData _,
                    HistoryRequest.CancelHistogramData _ -> Optional.empty();
        };
    }

    private static HistoryQuery query(
            int reqId, String question, GatewayContract contract, WhatToShow whatToShow, boolean staysOpen) {
        String series = name(contract) + ' ' + contract.exchange() + ' ' + whatToShow;
        return new HistoryQuery(
                reqId, series + ' ' + question, series, whatToShow.equals(WhatToShow.BID_ASK) ? 2 : 1, staysOpen);
    }

    /** The broker's number when it is known: two spellings of one contract are one contract. */
    private static String name(GatewayContract contract) {
        return contract.conId() > 0 ? Integer.toString(contract.conId()) : contract.toString();
    }
}
