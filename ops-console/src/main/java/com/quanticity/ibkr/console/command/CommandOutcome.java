package com.quanticity.ibkr.console.command;

/** What became of an operator's request. */
sealed interface CommandOutcome {

    /** One line for the operator. */
    String text();

    /** Taken over; what follows is tracked on the page. */
    record Taken(String text, String commandId) implements CommandOutcome {}

    /** Not done, and the reason. */
    record Refused(String text) implements CommandOutcome {}

    /** It is not known whether it arrived; the steps outside the console apply. */
    record Uncertain(String text) implements CommandOutcome {}
}
