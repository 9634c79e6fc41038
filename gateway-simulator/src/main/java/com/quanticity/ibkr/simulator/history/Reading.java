package com.quanticity.ibkr.simulator.history;

/** What became of a request.
 *
 * @param <Q> the query it describes
 */
sealed interface Reading<Q> {

    /**
     * It makes sense.
     *
     * @param lacksZone whether the client is to be warned that its time has no zone
     */
    record Accepted<Q>(Q query, boolean lacksZone) implements Reading<Q> {}

    /** It does not. */
    record Refused<Q>(int code, String text) implements Reading<Q> {

        static <Q> Refused<Q> invalid(String cause) {
            return new Refused<>(321, "Error validating request.-'bS' : cause - " + cause);
        }

        /** What the historical data service itself says. */
        static <Q> Refused<Q> byService(String message) {
            return new Refused<>(162, "Historical Market Data Service error message:" + message);
        }
    }
}
