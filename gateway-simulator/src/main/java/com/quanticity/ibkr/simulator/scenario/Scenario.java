package com.quanticity.ibkr.simulator.scenario;

import java.util.List;

/**
 * A read scenario.
 *
 * @param name of the bundled scenario or of the file
 * @param about in one sentence, may be empty
 * @param rounds how often all steps are done, 0 for ever
 * @param steps in the order of the file, at least one
 */
public record Scenario(String name, String about, int rounds, List<Step> steps) {}
