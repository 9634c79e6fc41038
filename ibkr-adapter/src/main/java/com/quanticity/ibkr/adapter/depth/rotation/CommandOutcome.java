package com.quanticity.ibkr.adapter.depth.rotation;

/** What became of a command of a person. Each may be repeated without harm. */
public sealed interface CommandOutcome {

    /** Done, or so already. */
    record Done() implements CommandOutcome {}

    /**
     * Nothing was changed.
     *
     * @param code for programs
     * @param text what is wrong and what to do
     */
    record Denied(String code, String text) implements CommandOutcome {}
}
