package com.quanticity.ibkr.execution;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Runs every {@link Upkeep}. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class UpkeepConfiguration implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepConfiguration.class);

    private final List<Upkeep> upkeeps;

    UpkeepConfiguration(List<Upkeep> upkeeps) {
        this.upkeeps = upkeeps;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        for (Upkeep upkeep : upkeeps) {
            AtomicBoolean failing = new AtomicBoolean();
            tasks.addFixedDelayTask(() -> run(upkeep, failing), upkeep.interval());
        }
    }

    private static void run(Upkeep upkeep, AtomicBoolean failing) {
        try {
            upkeep.work().run();
            failing.set(false);
        } catch (RuntimeException e) {
            if (!failing.getAndSet(true)) {
                LOG.warn(
                        "upkeep failed name={} cause={}; trying again every {}",
                        upkeep.name(),
                        e.toString(),
                        upkeep.interval());
            }
        }
    }
}
