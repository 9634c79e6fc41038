package com.quanticity.ibkr.quickstart.check;

import com.quanticity.ibkr.quickstart.platform.Plan;
import com.quanticity.ibkr.quickstart.platform.Platform;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Starts a platform step by step and walks one order through it, timing each step. */
public final class PlatformCheck {

    private final Platform platform;
    private final Timings timings = new Timings();
    private final PathCheck path;

    public PlatformCheck(Plan plan, Platform platform) {
        this.platform = platform;
        this.path = new PathCheck(CheckTarget.of(plan), timings);
    }

    /** Ends the check from another thread: the step it waits for fails. */
    public void giveUp() {
        path.giveUp();
    }

    /** Timings of all steps in milliseconds, and the order as the ledger has it at the end. */
    public Map<String, Object> run() throws CheckFailedException, CannotStartException {
        long begin = System.nanoTime();
        start("servers", platform::startServers);
        start("simulator", platform::startSimulator);
        start("services", platform::startServices);
        Map<String, Object> facts = path.run();
        timings.put("total", begin);
        Map<String, Object> report = new LinkedHashMap<>(timings.millis());
        report.putAll(facts);
        return report;
    }

    private void start(String step, Start start) throws CheckFailedException, CannotStartException {
        long begin = System.nanoTime();
        try {
            start.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw timings.failed(step, "not ready before the check's deadline");
        }
        timings.put(step, begin);
    }

    private interface Start {
        void run() throws CannotStartException, InterruptedException;
    }
}
