package com.quanticity.ibkr.simulator.scenario;

import static com.quanticity.ibkr.simulator.scenario.Parameter.choice;
import static com.quanticity.ibkr.simulator.scenario.Parameter.optional;
import static com.quanticity.ibkr.simulator.scenario.Parameter.required;

import com.quanticity.ibkr.simulator.market.Entitlements.Feed;
import com.quanticity.ibkr.simulator.market.Entitlements.Right;
import com.quanticity.ibkr.simulator.market.Entitlements.Rule;
import com.quanticity.ibkr.simulator.market.HaltKind;
import com.quanticity.ibkr.simulator.scenario.Action.Theme;
import com.quanticity.ibkr.simulator.scenario.Parameter.Type;
import com.quanticity.ibkr.simulator.witness.SubscriptionKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can happen to market data. */
final class DataActions {

    private static final List<String> KINDS = Arrays.stream(SubscriptionKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();

    private static final List<String> RIGHTS =
            Arrays.stream(Right.values()).map(Right::word).toList();
    private static final List<String> FEEDS =
            Arrays.stream(Feed.values()).map(Feed::word).toList();

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
            Action.lasting(
                    "silent-subscription",
                    Theme.DATA,
                    "One subscription hears nothing more; no notice tells why, and a new one is served.",
                    (faults, given) -> faults.data().silence(given.whole("client"), given.whole("id")),
                    faults -> faults.data().endSilence(),
                    required("client", Type.WHOLE, "the client id"),
                    required("id", Type.WHOLE, "the request id of the subscription")),
            Action.lasting(
                    "entitlement",
                    Theme.DATA,
                    "The user may see something no longer, or only in part: requests are answered with 354, 10089, 10090,"
                            + " 10091, 10092, 10167, 10168, 10186, 10187, 10189, 162 or 420. It goes before all earlier rules.",
                    (faults, given) -> faults.data().entitle(rule(given), given.flag("open-too")),
                    faults -> faults.data().restoreEntitlements(),
                    required("on", Type.TEXT, "a symbol, an exchange, a security type, or \"*\" for everything"),
                    choice("right", true, RIGHTS, "what may be seen of it"),
                    choice("feed", false, FEEDS, "which data, all when left out"),
                    optional(
                            "open-too",
                            Type.FLAG,
                            "true lets open subscriptions follow: they end with the code or become delayed")),
            Action.lasting(
                    "limits",
                    Theme.DATA,
                    "Other limits for what is asked for from now on, on every gateway.",
                    (faults, given) -> faults.data().limit(limits -> LimitArguments.over(limits, given)),
                    faults -> faults.data().restoreLimits(),
                    LimitArguments.PARAMETERS),
            Action.lasting(
                    "late-depth",
                    Theme.DATA,
                    "Rows of depth go on for a while after the cancel.",
                    (faults, given) -> faults.data().setLateDepth(given.duration("by"), given.flag("keeps-slot")),
                    faults -> faults.data().setLateDepth(Duration.ZERO, false),
                    required("by", Type.DURATION, "how long rows go on"),
                    optional(
                            "keeps-slot",
                            Type.FLAG,
                            "true holds the slot as long, so that the next request can meet 309")),
            Action.lasting(
                    "depth-full",
                    Theme.DATA,
                    "No depth request finds a slot: 309; subscriptions that are open stay.",
                    (faults, given) -> faults.data().setDepthFull(true),
                    faults -> faults.data().setDepthFull(false)),
            Action.lasting(
                    "depth-cancel-lost",
                    Theme.DATA,
                    "Every cancel of depth is answered by 310 and has no effect.",
                    (faults, given) -> faults.data().setDepthCancelsLost(true),
                    faults -> faults.data().setDepthCancelsLost(false)),
            Action.lasting(
                    "trading-halt",
                    Theme.DATA,
                    "The trading of a symbol stops: its quote and book go, tick 49 says 2, in a general halt 1, depth ends with"
                            + " 316. In a general halt orders and changes are refused with 154, in a pause they wait.",
                    (faults, given) -> faults.data()
                            .haltTrading(given.text("symbol"), haltOf(given), given.optionalDuration("for")),
                    faults -> faults.data().resumeTrading(),
                    required("symbol", Type.TEXT, "the symbol"),
                    choice("kind", false, List.of("volatility", "general"), "volatility when left out"),
                    optional("for", Type.DURATION, "how long; until it is ended when left out")),
            Action.once(
                    "efp",
                    Theme.DATA,
                    "Every level 1 line of a symbol hears once what its future would cost: TICK_EFP, types 38 to 44; no request"
                            + " asks for it.",
                    (faults, given) -> faults.data()
                            .tellExchangeForPhysical(
                                    given.text("symbol"),
                                    given.decimal("basis-points", new BigDecimal("450")),
                                    given.whole("hold-days", 30),
                                    given.decimal("dividends", BigDecimal.ZERO)),
                    required("symbol", Type.TEXT, "the symbol"),
                    optional("basis-points", Type.DECIMAL, "what holding the stock costs a year, 450 when left out"),
                    optional("hold-days", Type.WHOLE, "days until the future's last trade, 30 when left out"),
                    optional("dividends", Type.DECIMAL, "money for a share until then, 0 when left out")),
            Action.once(
                    "market-play",
                    Theme.DATA,
                    "A recording that is held begins.",
                    (faults, given) -> faults.data().play()),
            Action.once(
                    "bars-bust",
                    Theme.DATA,
                    "Five-second bars end with 10225, as after a trade that was taken back.",
                    (faults, given) -> faults.data().bustBars(given.optionalText("symbol")),
                    optional("symbol", Type.TEXT, "the symbol, all when left out")),
            Action.once(
                    "depth-halt",
                    Theme.DATA,
                    "Depth subscriptions end with 316.",
                    (faults, given) -> faults.haltDepth(given.text("symbol", "")),
                    optional("symbol", Type.TEXT, "the symbol, all when left out")),
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

    private static HaltKind haltOf(Arguments given) {
        return given.text("kind", "volatility").equals("general") ? HaltKind.GENERAL : HaltKind.VOLATILITY;
    }

    private static Rule rule(Arguments given) {
        String feed = given.optionalText("feed");
        return Rule.parse(given.text("on") + (feed == null ? "" : "/" + feed) + "=" + given.text("right"));
    }

    private DataActions() {}
}
