package com.quanticity.ibkr.model.ops;

/** What an operator asks of the services on {@code ops.command}. The command id makes a repeat harmless. */
public sealed interface OpsCommand {

    /** ULID of the command. */
    String commandId();

    /** Stop new orders of the whole firm. One person is enough. */
    record Halt(String commandId, String by, String reason) implements OpsCommand {}

    /** Let new orders pass again. Takes two different people. */
    record Resume(String commandId, String requestedBy, String approvedBy, String reason) implements OpsCommand {
        public Resume {
            if (requestedBy.equals(approvedBy)) {
                throw new IllegalArgumentException("resume needs a second person, both were " + requestedBy);
            }
        }
    }
}
