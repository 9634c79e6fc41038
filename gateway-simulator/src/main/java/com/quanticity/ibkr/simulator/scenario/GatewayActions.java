package com.quanticity.ibkr.simulator.scenario;

import static com.quanticity.ibkr.simulator.scenario.Parameter.choice;
import static com.quanticity.ibkr.simulator.scenario.Parameter.optional;
import static com.quanticity.ibkr.simulator.scenario.Parameter.required;

import com.quanticity.ibkr.simulator.SimulatorFaults;
import com.quanticity.ibkr.simulator.scenario.Action.Theme;
import com.quanticity.ibkr.simulator.scenario.Parameter.Type;
import com.quanticity.ibkr.simulator.session.LoginFault;
import java.util.List;
import java.util.Locale;

/** What can happen to the gateway itself. Source: tws-wire behaviour.md, sections 1, 2 and 9. */
final class GatewayActions {

    static final List<Action> ALL = List.of(
            Action.lasting(
                    "restart",
                    Theme.GATEWAY,
                    "Cuts every connection and refuses new ones until the gateway is back; orders and positions stay.",
                    (faults, given) -> {
                        if (given.optionalWhole("next-order-id") != null) {
                            faults.rollBackOrderIds(given.whole("next-order-id"));
                        }
                        faults.restart(given.optionalDuration("for"));
                    },
                    SimulatorFaults::comeBack,
                    optional("for", Type.DURATION, "how long; until it is ended when left out"),
                    optional(
                            "next-order-id",
                            Type.WHOLE,
                            "what every client's order ids start from afterwards; they go on when left out")),
            Action.lasting(
                    "login",
                    Theme.GATEWAY,
                    "Clients that connect find a gateway that is not logged in.",
                    (faults, given) -> faults.setLoginFault(login(given.text("fault"))),
                    faults -> faults.setLoginFault(LoginFault.NONE),
                    choice(
                            "fault",
                            true,
                            List.of("unanswered", "closed-at-once", "no-ids"),
                            "no answer to the version offer, no byte at all, or no accounts and id")),
            Action.lasting(
                    "competing-login",
                    Theme.GATEWAY,
                    "The same user logs in on another gateway: every connection is cut, and the version offer is not answered until"
                            + " this one is logged in again.",
                    (faults, given) -> faults.logOut(given.optionalDuration("for")),
                    SimulatorFaults::logIn,
                    optional("for", Type.DURATION, "how long; until it is ended when left out")),
            Action.once(
                    "port-move",
                    Theme.GATEWAY,
                    "Moves to a free port: 1300 with the new one for every client, then every connection is cut.",
                    (faults, given) -> {
                        int _ = faults.movePort();
                    }),
            Action.lasting(
                    "read-only",
                    Theme.GATEWAY,
                    "Orders, cancels and order lists are answered by 321, without end markers.",
                    (faults, given) -> faults.setReadOnly(true),
                    faults -> faults.setReadOnly(false)),
            Action.once(
                    "roll-back-order-ids",
                    Theme.GATEWAY,
                    "Every client's order ids start again from one that was used before.",
                    (faults, given) -> faults.rollBackOrderIds(given.whole("next")),
                    required("next", Type.WHOLE, "the next order id, 1 or more")),
            Action.lasting(
                    "client-id-stuck",
                    Theme.GATEWAY,
                    "The gateway believes that a client id is in use: whoever starts with it is refused by 326.",
                    (faults, given) -> faults.holdClientId(given.whole("client"), given.optionalDuration("for")),
                    SimulatorFaults::releaseClientIds,
                    required("client", Type.WHOLE, "the client id"),
                    optional("for", Type.DURATION, "how long; until it is ended when left out")),
            Action.lasting(
                    "silent-refusal",
                    Theme.GATEWAY,
                    "A client id in use is refused by closing the socket, without the code 326.",
                    (faults, given) -> faults.setSilentRefusal(true),
                    faults -> faults.setSilentRefusal(false)),
            Action.lasting(
                    "clock-skew",
                    Theme.GATEWAY,
                    "The gateway's own clock is wrong: its times of day on the wire are, the broker's are not.",
                    (faults, given) -> faults.skewClock(given.duration("by"), given.flag("behind")),
                    SimulatorFaults::endClockSkew,
                    required("by", Type.DURATION, "how much it is ahead"),
                    optional("behind", Type.FLAG, "true puts it behind instead")),
            Action.lasting(
                    "zone",
                    Theme.GATEWAY,
                    "The login machine names another zone in the connection time.",
                    (faults, given) -> faults.setZoneName(given.text("name")),
                    faults -> faults.setZoneName(null),
                    required("name", Type.TEXT, "any text, such as Mars/Olympus or CET")),
            Action.lasting(
                    "accounts-late",
                    Theme.GATEWAY,
                    "The list of accounts comes late, after the next order id and the notices.",
                    (faults, given) -> faults.messages().delay("MANAGED_ACCTS", null, null, given.duration("by")),
                    faults -> faults.messages().end("MANAGED_ACCTS"),
                    required("by", Type.DURATION, "how late")));

    private GatewayActions() {}

    private static LoginFault login(String text) {
        return LoginFault.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
