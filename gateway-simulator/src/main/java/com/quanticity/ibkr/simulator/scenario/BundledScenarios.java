package com.quanticity.ibkr.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scenarios that come with the simulator, playable by their names. */
public final class BundledScenarios {

    /** In the order of the documentation. */
    public static final List<String> NAMES = List.of(
            "nightly-restart",
            "sunday-login",
            "farm-blip",
            "competing-session",
            "fill-burst-link-cut",
            "depth-reset",
            "half-open",
            "id-roll-back",
            "message-storm",
            "two-gateways");

    private BundledScenarios() {}

    /** The YAML of a bundled scenario. */
    public static String text(String name) {
        try (InputStream in = BundledScenarios.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no bundled scenario " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
