package com.quanticity.ibkr.simulator.scenario;

import java.io.Serial;
import java.util.List;

/** A scenario that cannot be read; every problem says its line, what is wrong and what to write instead. */
public final class ScenarioException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // an unmodifiable list of texts
    private final List<String> problems;

    ScenarioException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each, in the order of the file. */
    public List<String> problems() {
        return problems;
    }
}
