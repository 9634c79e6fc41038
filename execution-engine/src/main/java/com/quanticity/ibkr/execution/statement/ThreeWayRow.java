package com.quanticity.ibkr.execution.statement;

import com.quanticity.ibkr.model.contract.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the report: what each of the three says.
 *
 * @param reference execution id of a trade, currency of cash, empty for a position
 * @param internal our ledger, empty = it has none
 * @param api what the broker's API told, empty = it told none
 * @param statement the broker's statement, empty = it has none
 */
record ThreeWayRow(
        Section section,
        String account,
        @Nullable ContractId contractId,
        String symbol,
        String reference,
        String internal,
        String api,
        String statement,
        Verdict verdict) {

    /** What the line is about. */
    enum Section {
        TRADE,
        POSITION,
        CASH
    }

    /** What the three make of each other. */
    enum Verdict {
        AGREES,
        /** At least two that are known say otherwise. */
        DIFFERS,
        /** One of the three is not known, so nothing is proven. */
        UNKNOWN
    }

    /** How a side that is not known is written. */
    static final String NOT_KNOWN = "unknown";

    static ThreeWayRow of(
            Section section,
            String account,
            @Nullable ContractId contractId,
            String symbol,
            String reference,
            String internal,
            String api,
            String statement) {
        return new ThreeWayRow(
                section,
                account,
                contractId,
                symbol,
                reference,
                internal,
                api,
                statement,
                verdict(internal, api, statement));
    }

    private static Verdict verdict(String internal, String api, String statement) {
        boolean differs = differ(internal, api) || differ(internal, statement) || differ(api, statement);
        if (differs) {
            return Verdict.DIFFERS;
        }
        boolean known = !internal.equals(NOT_KNOWN) && !api.equals(NOT_KNOWN) && !statement.equals(NOT_KNOWN);
        return known ? Verdict.AGREES : Verdict.UNKNOWN;
    }

    private static boolean differ(String one, String other) {
        return !one.equals(other) && !one.equals(NOT_KNOWN) && !other.equals(NOT_KNOWN);
    }
}
