package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.calendar.TradingSession;
import com.quanticity.ibkr.simulator.past.Instrument;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When an instrument traded. */
final class Schedules {

    private Schedules() {}

    static Event answer(int requestId, BarQuery query) {
        Instrument instrument = query.instrument();
        List<Fields> sessions = new ArrayList<>();
        TradingSession session = instrument.sessionAtOrBefore(query.from());
        while (session.begin().isBefore(query.end())) {
            sessions.add(fields(session, query));
            session = instrument.after(session);
        }
        return Event.of("HISTORICAL_SCHEDULE")
                .with("reqId", requestId)
                .with("startDateTime", sessions.getFirst().text("startDateTime"))
                .with("endDateTime", sessions.getLast().text("endDateTime"))
                .with("timeZone", instrument.zoneName())
                .withGroup("sessions", sessions);
    }

    private static Fields fields(TradingSession session, BarQuery query) {
        Instant begin = query.regularHours() ? session.open() : session.begin();
        Instant end = query.regularHours() ? session.close() : session.end();
        return new Fields()
                .put("startDateTime", HistoryTimes.local(begin, query.instrument()))
                .put("endDateTime", HistoryTimes.local(end, query.instrument()))
                .put("refDate", HistoryTimes.day(session.date()));
    }
}
