package com.quanticity.ibkr.simulator.maintenance;

import com.quanticity.ibkr.simulator.SimulatorFaults;
import com.quanticity.ibkr.simulator.session.LoginFault;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does by the clock what a gateway does to itself. Event loop only. */
public final class Maintenance {

    private static final Logger log = LoggerFactory.getLogger(Maintenance.class);

    private static final Duration RESET = Duration.ofSeconds(40);
    private static final Duration BETWEEN_RESETS = Duration.ofMinutes(5);

    private final MaintenanceOptions options;
    private final EventLoop loop;
    private final RandomGenerator random;
    private final List<SimulatorFaults> gateways;

    /**
     * Maintenance of all gateways of a broker.
     *
     * @param random its own seeded source of chance, so that it changes nothing else
     */
    public Maintenance(
            MaintenanceOptions options, EventLoop loop, RandomGenerator random, List<SimulatorFaults> gateways) {
        this.options = options;
        this.loop = loop;
        this.random = random;
        this.gateways = List.copyOf(gateways);
    }

    /** From now on. */
    public void start() {
        schedule(options.restartAt(), this::nextDay, this::restart);
        schedule(options.resetAt(), this::nextDay, this::reset);
        schedule(options.loginAt(), this::nextLoginDay, this::waitForTheUser);
    }

    private void schedule(@Nullable LocalTime at, UnaryOperator<ZonedDateTime> next, Runnable action) {
        if (at != null) {
            ZonedDateTime first = next.apply(loop.now().atZone(options.zone()).with(at));
            Instant due = first.toInstant();
            loop.at(due, () -> {
                action.run();
                schedule(at, next, action);
            });
        }
    }

    private ZonedDateTime nextDay(ZonedDateTime today) {
        return today.toInstant().isAfter(loop.now()) ? today : today.plusDays(1);
    }

    private ZonedDateTime nextLoginDay(ZonedDateTime today) {
        ZonedDateTime soonest = today.with(TemporalAdjusters.nextOrSame(options.loginDay()));
        return soonest.toInstant().isAfter(loop.now()) ? soonest : soonest.plusWeeks(1);
    }

    private void restart() {
        Duration away = Duration.ofMillis(random.nextLong(
                options.shortestRestart().toMillis(), options.longestRestart().toMillis() + 1));
        log.info("daily restart away={}", away);
        gateways.forEach(gateway -> {
            gateway.restart(away);
            if (options.idsRollBack()) {
                gateway.rollBackOrderIds(1);
            }
        });
    }

    private void reset() {
        log.info("nightly server reset");
        gateways.forEach(gateway -> gateway.loseBroker(RESET, false));
        loop.after(BETWEEN_RESETS, () -> gateways.forEach(gateway -> gateway.loseBroker(RESET, true)));
    }

    private void waitForTheUser() {
        log.info("weekly login takes={}", options.loginTakes());
        gateways.forEach(gateway -> {
            gateway.setLoginFault(LoginFault.UNANSWERED);
            gateway.restart(options.shortestRestart());
        });
        loop.after(options.loginTakes(), () -> gateways.forEach(gateway -> gateway.setLoginFault(LoginFault.NONE)));
    }
}
