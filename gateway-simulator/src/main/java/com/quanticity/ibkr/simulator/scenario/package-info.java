/**
 * Scenarios: YAML files of timed and triggered steps. {@link com.quanticity.ibkr.simulator.scenario.ActionCatalogue} knows every
 * action by name, for files, for the control interface and for the reference in docs/simulator-scenarios.md;
 * {@link com.quanticity.ibkr.simulator.scenario.ScenarioReader} reads a file,
 * {@link com.quanticity.ibkr.simulator.scenario.ScenarioPlayer} plays it on the simulator's clock. Threads: reading anywhere, playing
 * on the event loop.
 */
@NullMarked
package com.quanticity.ibkr.simulator.scenario;

import org.jspecify.annotations.NullMarked;
