package com.quanticity.ibkr.simulator.scenario;

import static com.quanticity.ibkr.simulator.scenario.Parameter.choice;
import static com.quanticity.ibkr.simulator.scenario.Parameter.optional;
import static com.quanticity.ibkr.simulator.scenario.Parameter.required;

import com.quanticity.ibkr.simulator.SimulatorFaults;
import com.quanticity.ibkr.simulator.fault.BrokenFrame;
import com.quanticity.ibkr.simulator.scenario.Action.Theme;
import com.quanticity.ibkr.simulator.scenario.Parameter.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can happen between the gateway and a client. */
final class LinkActions {

    private static final Parameter CLIENT = optional("client", Type.WHOLE, "the client id, all when left out");

    static final List<Action> ALL = List.of(
            Action.once(
                    "drop",
                    Theme.LINK,
                    "Cuts connections without a word; orders stay.",
                    (faults, given) -> faults.drop(given.optionalWhole("client")),
                    CLIENT),
            Action.lasting(
                    "pause",
                    Theme.LINK,
                    "Holds every socket silent: nothing is read, sent or closed; what there was to tell comes afterwards.",
                    (faults, given) -> faults.pause(given.optionalDuration("for")),
                    SimulatorFaults::resume,
                    optional("for", Type.DURATION, "how long; until it is ended when left out")),
            Action.lasting(
                    "half-open",
                    Theme.LINK,
                    "Connections there are now die unseen: the sockets stay open, nothing passes either way, and the gateway"
                            + " holds their client ids until the end, even when the client leaves.",
                    (faults, given) -> faults.goHalfOpen(given.optionalWhole("client"), given.optionalDuration("for")),
                    SimulatorFaults::endHalfOpen,
                    CLIENT,
                    optional(
                            "for",
                            Type.DURATION,
                            "how long until the gateway notices and cuts them; until it is ended when left out")),
            Action.lasting(
                    "slow",
                    Theme.LINK,
                    "Frames to the client are late or pass a narrow line, in order.",
                    (faults, given) -> faults.link()
                            .slow(
                                    given.optionalWhole("client"),
                                    given.optionalDuration("delay"),
                                    given.whole("bytes-per-second", 0)),
                    faults -> faults.link().endSlow(),
                    optional("delay", Type.DURATION, "every frame is so late, not at all when left out"),
                    optional("bytes-per-second", Type.WHOLE, "width of the line, unlimited when left out"),
                    CLIENT),
            Action.lasting(
                    "split",
                    Theme.LINK,
                    "Frames are written in pieces.",
                    (faults, given) -> faults.link().split(given.optionalWhole("client"), given.whole("bytes", 1)),
                    faults -> faults.link().endSplit(),
                    optional("bytes", Type.WHOLE, "size of a piece, 1 when left out"),
                    CLIENT),
            Action.lasting(
                    "glue",
                    Theme.LINK,
                    "Frames are gathered and written at once.",
                    (faults, given) -> faults.link().glue(given.optionalWhole("client"), given.duration("for")),
                    faults -> faults.link().endGlue(),
                    required("for", Type.DURATION, "how long they are gathered"),
                    CLIENT),
            Action.once(
                    "broken-frame",
                    Theme.LINK,
                    "Sends bytes that are no proper message.",
                    (faults, given) -> faults.link()
                            .sendBroken(
                                    given.optionalWhole("client"),
                                    BrokenFrame.valueOf(given.text("kind")
                                            .toUpperCase(Locale.ROOT)
                                            .replace('-', '_'))),
                    choice(
                            "kind",
                            true,
                            Arrays.stream(BrokenFrame.values())
                                    .map(kind ->
                                            kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                    .toList(),
                            "garbage bytes in a frame, a length above the limit, a length of zero, a message id nobody knows,"
                                    + " a message that ends too early, or half a frame before the cut"),
                    CLIENT));

    private LinkActions() {}
}
