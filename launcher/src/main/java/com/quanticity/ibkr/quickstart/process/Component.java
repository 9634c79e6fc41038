package com.quanticity.ibkr.quickstart.process;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A part of the platform that is one process.
 *
 * @param name as people know it, like {@code ibkr-adapter}
 * @param url where it is reached
 * @param log where its output goes
 * @param readiness answers quickly whether it can work now; asked often, until it says yes
 * @param startLimit it counts as failed when it is not ready by then
 */
public record Component(
        String name, URI url, Path log, Launch launch, BooleanSupplier readiness, Duration startLimit) {}
