package com.quanticity.ibkr.gateway.inspect.command;

/** What a command tells the shell. */
final class ExitCode {

    static final int DONE = 0;

    /** It ran, and not everything was as it should be. */
    static final int FINDINGS = 1;

    /** It could not run. */
    static final int UNUSABLE = 2;

    private ExitCode() {}
}
