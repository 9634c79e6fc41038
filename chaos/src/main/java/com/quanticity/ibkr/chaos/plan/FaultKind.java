package com.quanticity.ibkr.chaos.plan;

/** What can happen to the platform in a run. The text is what the report says of it. */
public enum FaultKind {
    KILL_ADAPTER("ibkr-adapter killed (kill -9), started again", 5),
    KILL_ENGINE("execution-engine killed (kill -9), started again", 5),
    KILL_RISK("risk-manager killed (kill -9), started again", 1),
    KILL_CONSOLE("ops-console, which keeps the audit record, killed (kill -9), started again", 1),
    KILL_REDIS("Redis killed (kill -9), started again on its append-only file", 3),
    KILL_POSTGRES("PostgreSQL killed (kill -9), recovered from its log", 3),
    LINK_CUT("link to the adapter cut without a word", 8),
    FILLS_LOST("executions and statuses withheld, then the link cut", 5),
    HALF_OPEN("connection dead but open, noticed by nobody but our probe", 2),
    GATEWAY_RESTART("gateway away: connections cut, port shut", 4),
    ID_ROLL_BACK("gateway away, order ids from 1 again when it is back", 3),
    BROKER_LOST("1100, no news, 1101 or 1102", 3),
    TWICE("every execution, status and commission told twice", 4),
    LATE_EXECUTIONS("executions told late, after their status", 4),
    COMMISSION_FIRST("each commission told before its execution", 2);

    private final String text;
    private final int weight;

    FaultKind(String text, int weight) {
        this.text = text;
        this.weight = weight;
    }

    public String text() {
        return text;
    }

    /** How often it is drawn, compared with the others. */
    int weight() {
        return weight;
    }
}
