package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.history.HistoryTimes.Given;
import com.quanticity.ibkr.simulator.history.Reading.Accepted;
import com.quanticity.ibkr.simulator.history.Reading.Refused;
import com.quanticity.ibkr.simulator.past.Instrument;
import com.quanticity.ibkr.simulator.past.InstrumentHistory;
import com.quanticity.ibkr.simulator.wire.Request.HistoricalBars;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Reads requests for bars as strictly as the broker. */
final class BarQueryReader {

    static final String BAD_TIME =
            "End Date/Time: The date, time, or time-zone entered is invalid. The correct format is"
                    + " yyyymmdd hh:mm:ss xx/xxxx where yyyymmdd and xx/xxxx are optional.";

    /** More bars than this are no longer one answer. */
    private static final int MOST_BARS = 50_000;

    /** Source: the broker's table of step sizes, "Historical Data Limitations"; larger bars are not limited. */
    private static final int MOST_SECONDS_OF_ONE_SECOND_BARS = 2_000;

    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_DAYS = 365;

    private final ZoneId loginZone;

    BarQueryReader(ZoneId loginZone) {
        this.loginZone = loginZone;
    }

    Reading<BarQuery> read(HistoricalBars request, InstrumentHistory history, Instant now) {
        Optional<WhatToShow> kind = WhatToShow.parse(request.whatToShow());
        if (kind.isEmpty()) {
            return Refused.invalid("What to show field is missing or incorrect. ");
        }
        Optional<BarSize> size = BarSize.parse(request.barSize());
        if (size.isEmpty()) {
            return Refused.invalid(
                    "Historical data bar size setting is invalid. Legal ones are: " + BarSize.allTexts() + ". ");
        }
        Optional<BarSpan> span = BarSpan.parse(request.duration());
        if (span.isEmpty()) {
            return Refused.invalid(
                    "Historical data query duration is invalid. Legal ones are: <integer> S, D, W, M, Y. ");
        }
        if (request.formatDate() < 1 || request.formatDate() > 3) {
            return Refused.invalid("Historical data date format must be 1, 2 or 3. ");
        }
        Optional<Given> end = request.endTime().isEmpty()
                ? Optional.of(new Given(now, true))
                : HistoryTimes.parse(request.endTime(), loginZone);
        if (end.isEmpty()) {
            return new Refused<>(10314, BAD_TIME);
        }
        BarQuery query = new BarQuery(
                history,
                earliest(end.get().instant(), now, history.instrument()),
                span.get(),
                size.get(),
                kind.get(),
                request.regularHours(),
                request.formatDate(),
                request.keepUpToDate());
        return check(query, request, !end.get().hasZone());
    }

    /** Nothing is known of the future or after an expiry. */
    private static Instant earliest(Instant wanted, Instant now, Instrument instrument) {
        Instant known = wanted.isAfter(now) ? now : wanted;
        return known.getEpochSecond() >= instrument.expiry() ? Instant.ofEpochSecond(instrument.expiry()) : known;
    }

    private static Reading<BarQuery> check(BarQuery query, HistoricalBars request, boolean lacksZone) {
        boolean isCrypto = query.instrument().securityType().equals("CRYPTO");
        if (isCrypto && query.kind() == WhatToShow.TRADES) {
            return new Refused<>(10299, "Expected what to show is AGGTRADES, please use that instead of TRADES.");
        }
        if (query.kind() == WhatToShow.SCHEDULE && query.size() != BarSize.DAY) {
            return Refused.invalid("Only bar size of 1 day is allowed for schedule data requests. ");
        }
        if (query.keepUpToDate() && !request.endTime().isEmpty()) {
            return Refused.invalid("End date/time must be empty when the query is kept up to date. ");
        }
        if (query.keepUpToDate()
                && (!query.kind().canBeKeptUpToDate() || query.size().seconds() < 5)) {
            return Refused.invalid("Bars of " + request.barSize() + " and " + query.kind()
                    + " cannot be kept up to date: use 5 secs or more and TRADES, MIDPOINT, BID or ASK. ");
        }
        if (query.kind() == WhatToShow.ADJUSTED_LAST && !request.endTime().isEmpty()) {
            return Refused.invalid("End date not supported with adjusted last. ");
        }
        return checkLength(query, lacksZone);
    }

    private static Reading<BarQuery> checkLength(BarQuery query, boolean lacksZone) {
        BarSpan span = query.span();
        if (span.unit() == BarSpan.Unit.S && span.amount() > MOST_SECONDS) {
            return Refused.invalid(
                    "Historical data requests for durations longer than 86400 seconds must be made in days. ");
        }
        if (span.unit() == BarSpan.Unit.D && span.amount() > MOST_DAYS) {
            return Refused.invalid(
                    "Historical data requests for durations longer than 365 days must be made in years. ");
        }
        long seconds = span.tradingSeconds(query.instrument());
        boolean isTooFine = query.size() == BarSize.SECOND_1 && seconds > MOST_SECONDS_OF_ONE_SECOND_BARS;
        if (isTooFine || query.size().isIntraday() && seconds / query.size().seconds() > MOST_BARS) {
            return Refused.byService("Time length exceed max.");
        }
        return new Accepted<>(query, lacksZone);
    }
}
