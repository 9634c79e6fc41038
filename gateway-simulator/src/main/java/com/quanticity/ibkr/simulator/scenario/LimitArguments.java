package com.quanticity.ibkr.simulator.scenario;

import static com.quanticity.ibkr.simulator.scenario.Parameter.optional;

import com.quanticity.ibkr.simulator.marketdata.DataLimits;
import com.quanticity.ibkr.simulator.scenario.Parameter.Type;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import java.time.Duration;

/** The arguments of the action that changes limits: what is left out stays as it is. */
final class LimitArguments {

    static final Parameter[] PARAMETERS = {
        optional("clients", Type.WHOLE, "clients connected at once"),
        optional("lines", Type.WHOLE, "level 1 lines"),
        optional("depth-slots", Type.WHOLE, "depth subscriptions"),
        optional("tick-by-tick-slots", Type.WHOLE, "tick-by-tick streams"),
        optional("tick-by-tick-spacing", Type.DURATION, "between two tick-by-tick requests for one instrument"),
        optional("messages-per-second", Type.WHOLE, "messages of one client in a second"),
        optional("account-summaries", Type.WHOLE, "account summaries of one client"),
        optional("history-in-ten-minutes", Type.WHOLE, "queries for small bars within ten minutes"),
        optional("history-open", Type.WHOLE, "historical queries open at once"),
        optional("history-answer-time", Type.DURATION, "how long a historical query takes")
    };

    private LimitArguments() {}

    static SessionLimits over(SessionLimits now, Arguments given) {
        return now.withData(data(now.data(), given))
                .withClients(given.whole("clients", now.clients()))
                .withMessagesPerSecond(given.whole("messages-per-second", now.messagesPerSecond()))
                .withAccountSummaries(given.whole("account-summaries", now.accountSummaries()))
                .withHistory(now.history()
                        .withRates(
                                now.history().sameQuery(),
                                now.history().inTwoSeconds(),
                                given.whole(
                                        "history-in-ten-minutes", now.history().inTenMinutes()))
                        .withOpenQueries(
                                given.whole("history-open", now.history().openQueries()))
                        .withAnswerTime(duration(
                                given, "history-answer-time", now.history().answerTime())));
    }

    private static DataLimits data(DataLimits now, Arguments given) {
        DataLimits data = now.withLines(given.whole("lines", now.lines()), now.areShared())
                .withTickByTickSpacing(duration(given, "tick-by-tick-spacing", now.tickByTickSpacing()));
        Integer depth = given.optionalWhole("depth-slots");
        Integer ticks = given.optionalWhole("tick-by-tick-slots");
        data = depth == null ? data : data.withDepthSlots(depth);
        return ticks == null ? data : data.withTickByTickSlots(ticks);
    }

    private static Duration duration(Arguments given, String name, Duration otherwise) {
        Duration wanted = given.optionalDuration(name);
        return wanted == null ? otherwise : wanted;
    }
}
