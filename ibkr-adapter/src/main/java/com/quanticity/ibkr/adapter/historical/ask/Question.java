package com.quanticity.ibkr.adapter.historical.ask;

import com.quanticity.ibkr.adapter.historical.job.HistoryJob;
import com.quanticity.ibkr.adapter.historical.job.Piece;
import com.quanticity.ibkr.adapter.historical.plan.BarPlan;
import com.quanticity.ibkr.adapter.historical.plan.TickPlan;
import com.quanticity.ibkr.gateway.request.BarSize;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.request.WhatToShow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** One thing to ask the broker about a download. */
public sealed interface Question {

    /** Where the data begin. */
    record FirstData(HistoryJob job) implements Question {}

    /** When it traded. */
    record Hours(HistoryJob job) implements Question {}

    /** All bars of a piece. */
    record Bars(HistoryJob job, Piece piece) implements Question {}

    /** The next page of ticks of a piece. */
    record Ticks(HistoryJob job, Piece piece) implements Question {}

    HistoryJob job();

    /** Epoch seconds: a text in the exchange's zone is ambiguous in the hour that is repeated in autumn. */
    int EPOCH_SECONDS = 2;

    int TEXT = 1;
    long MOST_DAYS = 365;
    DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss").withZone(ZoneOffset.UTC);

    default GatewayRequest request(int reqId) {
        return switch (this) {
            case FirstData(HistoryJob job) ->
                new HistoryRequest.ReqHeadTimestamp(
                        reqId, job.wire(), new WhatToShow(job.whatToShow()), job.regularHours(), EPOCH_SECONDS);
            case Hours(HistoryJob job) ->
                bars(reqId, job, job.range().to(), days(job), BarSize.DAYS_1, WhatToShow.SCHEDULE, TEXT);
            case Bars(HistoryJob job, Piece piece) -> {
                BarPlan.Reach reach = BarPlan.reach(piece.range(), job.barLength());
                yield bars(
                        reqId,
                        job,
                        reach.end(),
                        reach.span(),
                        job.barLength().wire(),
                        new WhatToShow(job.whatToShow()),
                        EPOCH_SECONDS);
            }
            case Ticks(HistoryJob job, Piece piece) ->
                new HistoryRequest.ReqHistoricalTicks(
                        reqId,
                        job.wire(),
                        UTC.format(piece.position()),
                        "",
                        TickPlan.MOST_TICKS,
                        new WhatToShow(job.whatToShow()),
                        job.regularHours(),
                        false,
                        List.of());
        };
    }

    /** The message that ends the question at the gateway; empty for ticks, which have none. */
    default Optional<GatewayRequest> cancel(int reqId) {
        return switch (this) {
            case FirstData _ -> Optional.of(new HistoryRequest.CancelHeadTimestamp(reqId));
            case Hours _, Bars _ -> Optional.of(new HistoryRequest.CancelHistoricalData(reqId));
            case Ticks _ -> Optional.empty();
        };
    }

    /** Days of a schedule are sessions, of which there are never more than days. */
    private static String days(HistoryJob job) {
        long days = job.range().length().toDays() + 3;
        return days <= MOST_DAYS ? days + " D" : days / MOST_DAYS + 1 + " Y";
    }

    private static GatewayRequest bars(
            int reqId, HistoryJob job, Instant end, String span, BarSize size, WhatToShow what, int format) {
        return new HistoryRequest.ReqHistoricalData(
                reqId, job.wire(), UTC.format(end), span, size, what, job.regularHours(), format, false, List.of());
    }
}
