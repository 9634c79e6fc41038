package com.quanticity.ibkr.simulator.witness;

import org.jspecify.annotations.Nullable;

/**
 * Something that a scenario can wait for.
 *
 * @param clientId of the client it is about
 * @param symbol of the order it is about, null without one
 * @param request name of the request, null without one
 */
public record Happening(
        Kind kind,
        int clientId,
        @Nullable String symbol,
        @Nullable String request) {

    /** What happened. */
    public enum Kind {
        CONNECT("connect", "a session is started by START_API"),
        DISCONNECT("disconnect", "a session ends"),
        REQUEST("request", "a request is understood"),
        ORDER("order", "an order is accepted"),
        FILL("fill", "an execution, whole or partial"),
        PARTIAL_FILL("partial-fill", "an execution that leaves something of the order"),
        FILLED("filled", "an order is filled completely"),
        CANCELLED("cancelled", "an order is cancelled"),
        ORDER_MESSAGE("order-message", "a refusal, a warning or the confirmation of a cancel is told about an order");

        private final String word;
        private final String about;

        Kind(String word, String about) {
            this.word = word;
            this.about = about;
        }

        /** As written in a scenario. */
        public String word() {
            return word;
        }

        public String about() {
            return about;
        }
    }
}
