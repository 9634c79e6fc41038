package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The farms of one gateway that answer questions, to be broken and mended. Thread-safe. Source: tws-wire behaviour.md. */
public final class FarmSwitches {

    private static final Logger log = LoggerFactory.getLogger(FarmSwitches.class);

    private final EventLoop loop;
    private final Gateway gateway;
    private final Farm history;
    private final Farm definitions;

    FarmSwitches(EventLoop loop, Gateway gateway) {
        this.loop = loop;
        this.gateway = gateway;
        this.history = new Farm(FarmNotice.HISTORY_BROKEN, FarmNotice.HISTORY_OK, gateway.faults()::setHistoryBroken);
        this.definitions = new Farm(
                FarmNotice.DEFINITIONS_BROKEN, FarmNotice.DEFINITIONS_OK, gateway.faults()::setDefinitionsBroken);
    }

    /** The historical data farm breaks: 2105, then every query fails with 162. A null length means until it is ended. */
    public void breakHistory(String name, @Nullable Duration length) {
        run(() -> history.breakDown(name, length));
    }

    /** The historical data farm is well: 2106; does nothing when it is not broken. */
    public void mendHistory() {
        run(history::mend);
    }

    /** The security definition farm breaks: 2157, then contracts, option parameters and symbols are not found: 200. */
    public void breakDefinitions(String name, @Nullable Duration length) {
        run(() -> definitions.breakDown(name, length));
    }

    /** The security definition farm is well: 2158; does nothing when it is not broken. */
    public void mendDefinitions() {
        run(definitions::mend);
    }

    void mendAll() {
        mendHistory();
        mendDefinitions();
    }

    private void run(Runnable action) {
        loop.call(() -> {
            action.run();
            return null;
        });
    }

    private final class Farm {

        private final FarmNotice broken;
        private final FarmNotice well;
        private final Consumer<Boolean> fault;
        private @Nullable String brokenName;
        private EventLoop.@Nullable Timer end;

        private Farm(FarmNotice broken, FarmNotice well, Consumer<Boolean> fault) {
            this.broken = broken;
            this.well = well;
            this.fault = fault;
        }

        private void breakDown(String name, @Nullable Duration length) {
            log.info("simulator fault farm broken farm={} length={}", name, length);
            brokenName = name;
            fault.accept(true);
            gateway.announce(broken.code(), broken.about(name));
            cancelEnd();
            if (length != null) {
                end = loop.after(length, this::mend);
            }
        }

        private void mend() {
            cancelEnd();
            String name = brokenName;
            if (name != null) {
                log.info("simulator fault farm mended farm={}", name);
                brokenName = null;
                fault.accept(false);
                gateway.announce(well.code(), well.about(name));
            }
        }

        private void cancelEnd() {
            if (end != null) {
                end.cancel();
                end = null;
            }
        }
    }
}
