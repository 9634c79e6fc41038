package com.quanticity.ibkr.model.ops;

import java.util.Locale;

/**
 * The registry of alarms. An alarm needs a person to act; everything else is an event. Every kind has a runbook under
 * {@code docs/runbooks}. Source: console design, section 8.
 */
public enum AlarmKind {
    CLIENT_ID_COLLISION(
            AlarmSeverity.P1,
            "another session holds our client id (326)",
            "the service is cut off; its working orders cannot be cancelled one by one",
            "find and stop the other holder; do not change the id"),
    VERSION_REFUSED(
            AlarmSeverity.P1,
            "gateway and client share no protocol level",
            "the service stays cut off until one of them changes",
            "put back the gateway version of yesterday"),
    GATEWAY_UNREACHABLE(
            AlarmSeverity.P1,
            "the gateway did not answer three times in a row",
            "no data and no orders through it; working orders stay at the broker",
            "look whether the gateway runs and is logged in"),
    BOTH_GATEWAYS_LOST(
            AlarmSeverity.P1,
            "neither the first nor the backup gateway answers",
            "no data and no orders; working orders stay at the broker",
            "halt, then check orders in TWS or with the broker's desk"),
    ON_BACKUP_GATEWAY(
            AlarmSeverity.P2,
            "the session runs on the backup gateway",
            "nothing is left to fall back to",
            "mend the first gateway, then go back to it"),
    BROKER_LINK_LOST(
            AlarmSeverity.P1,
            "the gateway has no link to the broker (1100 or 2110)",
            "data is stale, no order leaves, fills arrive late",
            "check the gateway's line and the broker's status page"),
    FARM_BROKEN(
            AlarmSeverity.P2,
            "a data farm of the broker is away for too long",
            "data of its markets is stale; orders are held when it is a farm we trade by",
            "check the broker's status page"),
    COMPETING_SESSION(
            AlarmSeverity.P1,
            "the same user is logged in elsewhere with live data (10197)",
            "market data is cut off and orders are held",
            "end the other session of this user"),
    READ_ONLY_GATEWAY(
            AlarmSeverity.P1,
            "the gateway is set to read-only",
            "no order and no cancel passes",
            "clear Read-Only API in the gateway's settings"),
    PAPER_LIVE_MIX_UP(
            AlarmSeverity.P1,
            "the login holds accounts of the other environment",
            "the session left the gateway and stays away",
            "correct host and port, or the environment"),
    LOGIN_NEEDED(
            AlarmSeverity.P2,
            "the weekly login is due and the gateway waits for a person",
            "no session until somebody logs in",
            "log in to the gateway and confirm on the phone"),
    LOGIN_OVERDUE(
            AlarmSeverity.P1,
            "the weekly login is overdue",
            "the week starts without data and orders",
            "log in to the gateway now"),
    SYNCHRONISING_FAILS(
            AlarmSeverity.P1,
            "orders, executions or positions cannot be read, again and again",
            "connected but not READY: no order leaves",
            "read the reason; restart the gateway when requests stay unanswered"),
    ORDER_IDS_WENT_BACK(
            AlarmSeverity.P3,
            "the gateway announced a lower order id than before",
            "none for our ids; a sign that the gateway was reset",
            "compare open orders with TWS"),
    GATEWAY_PORT_CHANGED(
            AlarmSeverity.P3,
            "somebody changed the gateway's API port (1300)",
            "the session follows until its service restarts",
            "correct the configured port or the gateway's setting"),
    SUBSCRIPTION_SILENT(
            AlarmSeverity.P2,
            "a subscription delivers no data though its market is open",
            "its prices are stale; orders that need them are denied",
            "look at the subscription's last error"),
    DATA_ENTITLEMENT_LOST(
            AlarmSeverity.P2,
            "the login may not see data of a watched contract",
            "its prices are missing or 15 to 20 minutes old; orders that need them are denied",
            "read the broker's code in the entitlement report"),
    CONTRACT_GONE(
            AlarmSeverity.P2,
            "the broker does not know a contract any more (200)",
            "orders for it are denied; positions in it need a person",
            "look for a corporate action, then for the contract that took its place"),
    CONTRACT_CHANGED(
            AlarmSeverity.P3,
            "reference data that strategies rely on changed over night",
            "a strategy may work with the old symbol, tick, multiplier or hours",
            "read the day's changes and tell the owners of the strategies"),
    OCC_MISMATCH(
            AlarmSeverity.P2,
            "an option symbol and the broker's details of its contract disagree",
            "orders for the contract are denied",
            "compare symbol and contract with the exchange's list"),
    BARS_MISSING(
            AlarmSeverity.P2,
            "five-second bars are missing and history does not give them back",
            "whatever is computed from the bars of that time is computed from less",
            "look at /api/v1/bars/completeness and at the reason of the last request"),
    UW_DEVIATION(
            AlarmSeverity.P2,
            "prices of the outside feed and level 1 of a symbol have been apart for some time",
            "one of the two feeds is wrong; signals made from the outside feed may be",
            "compare both with the exchange's price and stop using the feed that is wrong"),
    DEPTH_ROTATION_DISABLED(
            AlarmSeverity.P2,
            "a depth slot, or the rotation of all, is out: no free slot again and again (309), or cancels are not acknowledged",
            "fewer symbols or none but the permanent one have a book",
            "look for TWS windows that show depth, then resume the rotation"),
    DEPTH_ROTATION_STUCK(
            AlarmSeverity.P2,
            "a depth slot has not changed hands although others wait",
            "the symbols behind it have no book",
            "look at the slot in the rotation's page"),
    STRATEGY_DISABLED(
            AlarmSeverity.P2,
            "a strategy filled and entered again more often than its limit",
            "it may only shrink its positions until a named person enables it again",
            "look at the strategy's last orders and fills, then enable it or leave it stopped"),
    ROGUE_CLIENT_ID(
            AlarmSeverity.P1,
            "orders or executions of a client id that is not in the table",
            "somebody trades beside the platform",
            "find out who; halt if nobody knows"),
    LEASE_LOST(
            AlarmSeverity.P1,
            "another process took the lease of our client id",
            "this process left the gateway so that only one trades",
            "find out which of the two processes is meant to run"),
    COORDINATION_LOST(
            AlarmSeverity.P1,
            "Redis does not answer: lease of the client id and shared message budget cannot be confirmed",
            "no order leaves and no new connection is made; cancels and data pass, at a fixed part of the budget",
            "bring Redis back"),
    PACING_VIOLATION(
            AlarmSeverity.P2,
            "the gateway says that we sent too fast (100)",
            "a message was lost; the third time the gateway hangs up",
            "find the sender that is outside the shared budget"),
    HISTORY_BEHIND(
            AlarmSeverity.P2,
            "market history is stored late",
            "streams are trimmed by and by; what is trimmed before it is stored is lost to the history",
            "look at the database's load and disk, then at the size of the streams"),
    HISTORY_STOPPED(
            AlarmSeverity.P2,
            "market history cannot be stored",
            "nothing is lost as long as Redis holds it; data and orders flow on",
            "read the failure: bring the database back or free its disk"),
    HISTORY_LOST_ENTRIES(
            AlarmSeverity.P2,
            "market history has holes that nothing can fill from the streams",
            "replays and reports of that time are incomplete",
            "note the hole, find out why it came, and fill bars from the broker's history"),
    AUDIT_BEHIND(
            AlarmSeverity.P2,
            "the audit record is behind what the services told",
            "nothing is lost while Redis holds it; the record of the last minutes cannot be looked up or exported",
            "bring the console's database back, or look what slows it"),
    AUDIT_EXPORT_FAILED(
            AlarmSeverity.P2,
            "a day of the audit record could not be exported",
            "the day has no copy outside the database yet; nothing may be removed",
            "read the cause: rights and space of the folder, or address and rights of the bucket"),
    AUDIT_CHAIN_BROKEN(
            AlarmSeverity.P1,
            "the audit record was changed after it was written",
            "it proves nothing from the broken link on",
            "stop whoever has access to the database, keep a copy as it is, and call compliance"),
    DISCREPANCY(
            AlarmSeverity.P1,
            "our books and the broker's differ about an instrument for longer than the tolerance",
            "new orders for the instrument are denied; cancels pass",
            "compare both sides on the Discrepancies panel, then adopt, correct or ignore"),
    RECONCILIATION_BLIND(
            AlarmSeverity.P2,
            "the broker's positions or open orders have not been known for too long",
            "differences are not found; locks that are in force stay",
            "look at the risk-manager and its session with the gateway"),
    DROP_COPY_INCOMPLETE(
            AlarmSeverity.P2,
            "fills of ours are missing in the drop copy although it is complete",
            "the independent witness does not see everything; positions are still compared",
            "check that the gateway's Master API client ID is 2"),
    STATEMENT_DIFFERS(
            AlarmSeverity.P2,
            "the broker's statement of a day and our books differ",
            "profit, fees or positions of that day are in doubt",
            "open the day's three-way report"),
    STATEMENT_MISSING(
            AlarmSeverity.P2,
            "a business day, or another day with fills, has no statement of the broker though it is due",
            "profit, fees and positions of that day are not proven",
            "download the day's Flex statement and import it"),
    POSITION_REVERSED(
            AlarmSeverity.P1,
            "the legs of a bracket have traded more than its entry",
            "the account holds the opposite of what was wanted, without protection",
            "look at the bracket's executions, then close what is left by hand"),
    UNPROTECTED(
            AlarmSeverity.P1,
            "the proven stop of a bracket is smaller than its position",
            "part of the position has no protection until the repair is confirmed",
            "look at the bracket; place a stop by hand when the gateway is away"),
    PROTECTION_UNKNOWN(
            AlarmSeverity.P1,
            "what became of a protective order is not known",
            "protection may be missing or doubled; nothing is placed or grown until it is known",
            "compare the bracket's legs with the broker's open orders"),
    PROTECTION_TOO_LARGE(
            AlarmSeverity.P1,
            "a protective order is larger than its position and making it smaller was refused",
            "when it fills it opens a position on the other side",
            "read why it was refused, then cancel or reduce the leg by hand"),
    CONSUMER_TOO_SLOW(
            AlarmSeverity.P2,
            "the application did not keep up with the events",
            "the connection was closed and everything is read anew",
            "look for what blocks the consumer thread");

    private final AlarmSeverity severity;
    private final String condition;
    private final String consequence;
    private final String firstAction;

    AlarmKind(AlarmSeverity severity, String condition, String consequence, String firstAction) {
        this.severity = severity;
        this.condition = condition;
        this.consequence = consequence;
        this.firstAction = firstAction;
    }

    public AlarmSeverity severity() {
        return severity;
    }

    /** What is true while it lasts. */
    public String condition() {
        return condition;
    }

    /** What it means for the desk. */
    public String consequence() {
        return consequence;
    }

    /** What to do first. */
    public String firstAction() {
        return firstAction;
    }

    /** Path of the runbook in this repository. */
    public String runbook() {
        return "docs/runbooks/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
    }
}
