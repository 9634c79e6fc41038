package com.quanticity.ibkr.simulator.scenario;

import static com.quanticity.ibkr.simulator.scenario.Parameter.choice;
import static com.quanticity.ibkr.simulator.scenario.Parameter.optional;

import com.quanticity.ibkr.simulator.ConnectivityNotice;
import com.quanticity.ibkr.simulator.FarmNotice;
import com.quanticity.ibkr.simulator.SimulatorFaults;
import com.quanticity.ibkr.simulator.scenario.Action.Theme;
import com.quanticity.ibkr.simulator.scenario.Parameter.Type;
import java.util.Arrays;
import java.util.List;

/** What can happen between the gateway and the broker. Source: tws-wire behaviour.md, section 2. */
final class BrokerActions {

    static final List<Action> ALL = List.of(
            Action.once(
                    "connectivity",
                    Theme.BROKER,
                    "Sends a connectivity notice to every client; nothing else changes.",
                    (faults, given) -> faults.announce(connectivity(given.text("code"))),
                    choice(
                            "code",
                            true,
                            Arrays.stream(ConnectivityNotice.values())
                                    .map(notice -> Integer.toString(notice.code()))
                                    .toList(),
                            "1100 lost, 1101 restored and data lost, 1102 restored and data kept, 2110 broken")),
            Action.once(
                    "farm",
                    Theme.BROKER,
                    "Sends a notice about one data farm to every client; nothing else changes.",
                    (faults, given) -> faults.announceFarm(farm(given.text("code")), given.text("name", "usfarm")),
                    choice(
                            "code",
                            true,
                            Arrays.stream(FarmNotice.values())
                                    .map(notice -> Integer.toString(notice.code()))
                                    .toList(),
                            "the notice"),
                    optional("name", Type.TEXT, "name of the farm, usfarm when left out")),
            Action.lasting(
                    "broker-link-lost",
                    Theme.BROKER,
                    "Loses the link to the broker: 1100 to every client, then no data, no order news and no answers but for"
                            + " the time, until it is back; orders keep trading at the exchange and nobody is told.",
                    (faults, given) -> faults.loseBroker(given.optionalDuration("for"), given.flag("data-lost")),
                    SimulatorFaults::restoreBroker,
                    optional("for", Type.DURATION, "how long; until it is ended when left out"),
                    optional(
                            "data-lost",
                            Type.FLAG,
                            "true comes back with 1101 and forgotten subscriptions, else with 1102")),
            Action.lasting(
                    "farm-broken",
                    Theme.BROKER,
                    "A market data farm breaks: 2103, silent lines, and at the end 2104.",
                    (faults, given) -> faults.breakFarm(
                            given.text("name", "usfarm"), given.optionalDuration("for"), given.flag("lines-stay-dead")),
                    SimulatorFaults::mendFarm,
                    optional("name", Type.TEXT, "name of the farm, usfarm when left out"),
                    optional("for", Type.DURATION, "how long; until it is ended when left out"),
                    optional(
                            "lines-stay-dead",
                            Type.FLAG,
                            "true leaves the lines that were open silent after 2104, until they are asked for again")),
            Action.lasting(
                    "history-farm-broken",
                    Theme.BROKER,
                    "The historical data farm breaks: 2105, every query fails with 162, bars that are kept up to date stop,"
                            + " and at the end 2106.",
                    (faults, given) ->
                            faults.farms().breakHistory(given.text("name", "ushmds"), given.optionalDuration("for")),
                    faults -> faults.farms().mendHistory(),
                    optional("name", Type.TEXT, "name of the farm, ushmds when left out"),
                    optional("for", Type.DURATION, "how long; until it is ended when left out")),
            Action.lasting(
                    "definition-farm-broken",
                    Theme.BROKER,
                    "The security definition farm breaks: 2157, contract details, option"
                            + " parameters and symbol searches are answered with 200, and at the end 2158.",
                    (faults, given) -> faults.farms()
                            .breakDefinitions(given.text("name", "secdefnj"), given.optionalDuration("for")),
                    faults -> faults.farms().mendDefinitions(),
                    optional("name", Type.TEXT, "name of the farm, secdefnj when left out"),
                    optional("for", Type.DURATION, "how long; until it is ended when left out")),
            Action.lasting(
                    "competing-session",
                    Theme.BROKER,
                    "Another live session of the same user takes the data: 10197 for every line, depth, tick and bar subscription, then silence.",
                    (faults, given) -> faults.startCompetingSession(given.optionalDuration("for")),
                    SimulatorFaults::endCompetingSession,
                    optional("for", Type.DURATION, "how long; until it is ended when left out")));

    private BrokerActions() {}

    private static ConnectivityNotice connectivity(String code) {
        return Arrays.stream(ConnectivityNotice.values())
                .filter(notice -> Integer.toString(notice.code()).equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static FarmNotice farm(String code) {
        return Arrays.stream(FarmNotice.values())
                .filter(notice -> Integer.toString(notice.code()).equals(code))
                .findFirst()
                .orElseThrow();
    }
}
