package com.quanticity.ibkr.simulator.scenario;

import static com.quanticity.ibkr.simulator.scenario.Parameter.optional;
import static com.quanticity.ibkr.simulator.scenario.Parameter.required;

import com.quanticity.ibkr.simulator.scenario.Action.Theme;
import com.quanticity.ibkr.simulator.scenario.Parameter.Type;
import java.util.List;

/** What can happen to single messages. Names of messages are those of tws-wire, such as EXECUTION_DATA. */
final class MessageActions {

    private static final Parameter EVENT =
            required("event", Type.EVENT, "name of the event such as COMMISSION_REPORT, or *_END for every end marker");
    private static final Parameter REQUEST =
            required("request", Type.REQUEST, "name of the request such as REQ_OPEN_ORDERS");
    private static final Parameter CLIENT = optional("client", Type.WHOLE, "the client id, all when left out");
    private static final Parameter TIMES =
            optional("times", Type.WHOLE, "so many messages; until it is ended when left out");

    static final List<Action> ALL = List.of(
            Action.lasting(
                    "withhold",
                    Theme.MESSAGES,
                    "Events of one kind never arrive.",
                    (faults, given) -> faults.messages()
                            .withhold(given.text("event"), given.optionalWhole("client"), given.optionalWhole("times")),
                    faults -> faults.messages().end(),
                    EVENT,
                    CLIENT,
                    TIMES),
            Action.lasting(
                    "delay",
                    Theme.MESSAGES,
                    "Events of one kind arrive late; others overtake them.",
                    (faults, given) -> faults.messages()
                            .delay(
                                    given.text("event"),
                                    given.optionalWhole("client"),
                                    given.optionalWhole("times"),
                                    given.duration("by")),
                    faults -> faults.messages().end(),
                    EVENT,
                    required("by", Type.DURATION, "how late"),
                    CLIENT,
                    TIMES),
            Action.lasting(
                    "duplicate",
                    Theme.MESSAGES,
                    "Events of one kind arrive several times in a row.",
                    (faults, given) -> faults.messages()
                            .duplicate(
                                    given.text("event"),
                                    given.optionalWhole("client"),
                                    given.optionalWhole("times"),
                                    given.whole("copies", 1)),
                    faults -> faults.messages().end(),
                    EVENT,
                    optional("copies", Type.WHOLE, "so many more, 1 when left out"),
                    CLIENT,
                    TIMES),
            Action.lasting(
                    "reorder",
                    Theme.MESSAGES,
                    "Events of one kind wait until the next of another kind has gone out.",
                    (faults, given) -> faults.messages()
                            .putAfter(
                                    given.text("event"),
                                    given.optionalWhole("client"),
                                    given.optionalWhole("times"),
                                    given.text("after")),
                    faults -> faults.messages().end(),
                    EVENT,
                    required("after", Type.EVENT, "name of the event that goes first"),
                    CLIENT,
                    TIMES),
            Action.lasting(
                    "no-end-markers",
                    Theme.MESSAGES,
                    "No list is ever ended by its end marker.",
                    (faults, given) -> faults.messages().withhold("*_END", null, null),
                    faults -> faults.messages().end("*_END")),
            Action.lasting(
                    "ignore",
                    Theme.MESSAGES,
                    "Requests of one kind are never answered and have no effect.",
                    (faults, given) -> faults.messages()
                            .ignore(given.text("request"), given.optionalWhole("client"), given.optionalWhole("times")),
                    faults -> faults.messages().end(),
                    REQUEST,
                    CLIENT,
                    TIMES),
            Action.lasting(
                    "refuse",
                    Theme.MESSAGES,
                    "Requests of one kind are answered by an error under their own id and have no effect.",
                    (faults, given) -> faults.messages()
                            .refuse(
                                    given.text("request"),
                                    given.optionalWhole("client"),
                                    given.optionalWhole("times"),
                                    given.whole("code"),
                                    given.text("text", "Refused by the scenario.")),
                    faults -> faults.messages().end(),
                    REQUEST,
                    required("code", Type.WHOLE, "the error code such as 320, 354 or 162"),
                    optional("text", Type.TEXT, "text of the error"),
                    CLIENT,
                    TIMES),
            Action.lasting(
                    "answer-late",
                    Theme.MESSAGES,
                    "Requests of one kind are served late; later requests overtake them.",
                    (faults, given) -> faults.messages()
                            .answerLate(
                                    given.text("request"),
                                    given.optionalWhole("client"),
                                    given.optionalWhole("times"),
                                    given.duration("by")),
                    faults -> faults.messages().end(),
                    REQUEST,
                    required("by", Type.DURATION, "how late"),
                    CLIENT,
                    TIMES),
            Action.once(
                    "message",
                    Theme.MESSAGES,
                    "Sends an error, warning or notice that has no cause.",
                    (faults, given) -> faults.messages()
                            .send(
                                    given.optionalWhole("client"),
                                    given.whole("id", -1),
                                    given.whole("code"),
                                    given.text("text", "Said by the scenario.")),
                    required("code", Type.WHOLE, "the code such as 100, 399 or 10349"),
                    optional("id", Type.WHOLE, "request or order id, -1 when left out"),
                    optional("text", Type.TEXT, "its text"),
                    CLIENT),
            Action.once(
                    "next-id-again",
                    Theme.MESSAGES,
                    "Sends NEXT_VALID_ID although nobody asked.",
                    (faults, given) ->
                            faults.messages().sendNextId(given.optionalWhole("client"), given.optionalWhole("id")),
                    optional("id", Type.WHOLE, "the id, the true next one when left out"),
                    CLIENT),
            Action.lasting(
                    "storm",
                    Theme.MESSAGES,
                    "Floods every client with farm notices.",
                    (faults, given) ->
                            faults.messages().storm(given.whole("per-second"), given.optionalDuration("for")),
                    faults -> faults.messages().endStorm(),
                    required("per-second", Type.WHOLE, "messages in a second of the simulator's clock, 1 to 100000"),
                    optional("for", Type.DURATION, "how long; until it is ended when left out")));

    private MessageActions() {}
}
