package com.quanticity.ibkr.service.start;

import org.jspecify.annotations.Nullable;

/**
 * A service cannot start as it is configured. Thrown by any bean or properties record during the start, it ends the process with exit
 * code 1 and the one line {@code cannot start: <problem>. Do: <action>}, however deep it is wrapped.
 */
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String action;

    /**
     * @param problem what is wrong, naming the property or server, without a full stop
     * @param action what a person does about it, without a full stop
     */
    public CannotStartException(String problem, String action) {
        this(problem, action, null);
    }

    public CannotStartException(String problem, String action, @Nullable Throwable cause) {
        super(problem + ". Do: " + action, cause);
        this.problem = problem;
        this.action = action;
    }

    public String problem() {
        return problem;
    }

    public String action() {
        return action;
    }
}
