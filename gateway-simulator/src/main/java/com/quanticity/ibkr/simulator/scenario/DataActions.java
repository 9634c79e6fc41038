package com.quanticity.ibkr.simulator.scenario;

import static com.quanticity.ibkr.simulator.scenario.Parameter.choice;
import static com.quanticity.ibkr.simulator.scenario.Parameter.optional;
import static com.quanticity.ibkr.simulator.scenario.Parameter.required;

import com.quanticity.ibkr.simulator.scenario.Action.Theme;
import com.quanticity.ibkr.simulator.scenario.Parameter.Type;
import com.quanticity.ibkr.simulator.witness.SubscriptionKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can happen to market data. */
final class DataActions {

    private static final List<String> KINDS = Arrays.stream(SubscriptionKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();

    static final List<Action> ALL = List.of(
            Action.lasting(
                    "silence",
                    Theme.DATA,
                    "Nobody hears of a symbol any more; no notice tells why.",
                    (faults, given) -> {
                        if (given.flag("present-only")) {
                            faults.silencePresentLines(given.text("symbol"));
                        } else {
                            faults.silence(given.text("symbol"));
                        }
                    },
                    faults -> faults.endSilence(),
                    required("symbol", Type.TEXT, "the symbol"),
                    optional(
                            "present-only",
                            Type.FLAG,
                            "true silences only lines that are open now, new ones are served")),
            Action.once(
                    "depth-reset",
                    Theme.DATA,
                    "Every order book is reset: 317, then its rows again.",
                    (faults, given) -> faults.resetDepth(given.optionalText("symbol")),
                    optional("symbol", Type.TEXT, "the symbol, all when left out")),
            Action.once(
                    "bulletin",
                    Theme.DATA,
                    "Publishes a news bulletin to every client that reads them.",
                    (faults, given) -> faults.publishBulletin(
                            given.whole("type", 1), given.text("text"), given.text("exchange", "SMART")),
                    required("text", Type.TEXT, "what it says"),
                    optional("type", Type.WHOLE, "1 regular, 2 an exchange is gone, 3 it is back; 1 when left out"),
                    optional("exchange", Type.TEXT, "the exchange it is about, SMART when left out")),
            Action.once(
                    "subscription-message",
                    Theme.DATA,
                    "Sends a message under the id of every open subscription of a kind, which stays open.",
                    (faults, given) -> faults.messages()
                            .toSubscriptions(
                                    SubscriptionKind.valueOf(given.text("kind")
                                            .toUpperCase(Locale.ROOT)
                                            .replace('-', '_')),
                                    given.optionalWhole("client"),
                                    given.whole("code"),
                                    given.text("text", "Said by the scenario.")),
                    choice("kind", true, KINDS, "the kind of subscription"),
                    required("code", Type.WHOLE, "the code such as 10167, 10197 or 10225"),
                    optional("text", Type.TEXT, "its text"),
                    optional("client", Type.WHOLE, "the client id, all when left out")));

    private DataActions() {}
}
