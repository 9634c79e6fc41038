package com.quanticity.ibkr.execution.algo;

/** Whether a child may be sent for a parent. */
public sealed interface Admission {

    /** It may, and counts from now on; store the graph before anything is sent. */
    record Admitted(ParentGraph graph) implements Admission {}

    /**
     * It may not, and nothing changed.
     *
     * @param detail what is wrong and what to do, one line
     */
    record Refused(Reason reason, String detail) implements Admission {}

    /** Why a child is not sent. */
    enum Reason {
        /** The parent is ending or has ended. */
        PARENT_ENDING,
        /** Children would together be able to trade more than the parent. */
        ABOVE_TARGET,
        /** A child of that id was sent before. */
        ALREADY_SENT
    }
}
