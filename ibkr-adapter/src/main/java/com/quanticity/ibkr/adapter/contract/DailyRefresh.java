package com.quanticity.ibkr.adapter.contract;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of the daily refresh: looks every few seconds whether it is due. */
final class DailyRefresh implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRefresh.class);

    private final ContractRefresh refresh;
    private final Duration look;
    private final Thread thread = Thread.ofVirtual().name("contract-refresh").unstarted(this::run);

    /** @param look how often to look */
    DailyRefresh(ContractRefresh refresh, Duration look) {
        this.refresh = refresh;
        this.look = look;
    }

    void start() {
        refresh.load();
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                step();
                Thread.sleep(look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        try {
            refresh.step();
        } catch (RuntimeException e) {
            LOG.error("contract refresh failed; tried again", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
