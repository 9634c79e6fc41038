package com.quanticity.ibkr.quickstart.check;

import com.quanticity.ibkr.quickstart.platform.Plan;
import com.quanticity.ibkr.quickstart.platform.Platform;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts a platform step by step and walks one order through it, timing each step. */
public final class PlatformCheck {

    private static final Duration STEP_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Plan plan;
    private final Platform platform;
    private final Map<String, Object> timings = new LinkedHashMap<>();
    private final CountDownLatch givenUp = new CountDownLatch(1);

    public PlatformCheck(Plan plan, Platform platform) {
        this.plan = plan;
        this.platform = platform;
    }

    /** Ends the check from another thread: the step it waits for fails. */
    public void giveUp() {
        givenUp.countDown();
    }

    /** Timings of all steps in milliseconds, and the order as the ledger has it at the end. */
    public Map<String, Object> run() throws CheckFailedException, CannotStartException {
        long begin = System.nanoTime();
        Witness witness = new Witness(plan);
        timed("serversMillis", () -> started(platform::startServers));
        timed("simulatorMillis", () -> started(platform::startSimulator));
        timed("servicesMillis", () -> started(platform::startServices));
        timed("quoteInRedisMillis", () -> until("quoteInRedis", witness::quoteInRedis));
        timed("quoteInDatabaseMillis", () -> until("quoteInDatabase", witness::quoteInDatabase));
        String symbol = plan.market().watchList().getFirst();
        timed("tradableMillis", () -> until("tradable", () -> witness.tradable(symbol)));
        Orders orders = new Orders(plan);
        Order[] order = new Order[1];
        timed("orderAcceptedMillis", () -> order[0] = sent(orders, symbol));
        timed("orderFilledMillis", () -> until("orderFilled", () -> filled(orders, order)));
        Map<String, Object> report = new LinkedHashMap<>(timings);
        report.put("totalMillis", millisSince(begin));
        report.put("order", order[0].facts());
        return report;
    }

    private void started(Start start) throws CheckFailedException, CannotStartException {
        try {
            start.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckFailedException("start", "interrupted", timings);
        }
    }

    private Order sent(Orders orders, String symbol) throws CheckFailedException {
        try {
            return orders.buyAtMarket(symbol, 10);
        } catch (IOException e) {
            throw new CheckFailedException("orderAccepted", String.valueOf(e.getMessage()), timings);
        }
    }

    private Optional<String> filled(Orders orders, Order[] order) throws IOException, CheckFailedException {
        order[0] = orders.look(order[0].clientOrderId());
        if (order[0].isDead()) {
            throw new CheckFailedException("orderFilled", "the order is " + order[0].facts(), timings);
        }
        return order[0].isFilled() ? Optional.empty() : Optional.of("the order is " + order[0].facts());
    }

    private void timed(String name, Step step) throws CheckFailedException, CannotStartException {
        long begin = System.nanoTime();
        step.run();
        timings.put(name, millisSince(begin));
    }

    private void until(String step, Question question) throws CheckFailedException {
        long end = System.nanoTime() + STEP_LIMIT.toNanos();
        String missing;
        do {
            missing = ask(question);
            if (missing.isEmpty()) {
                return;
            }
        } while (System.nanoTime() < end && !isGivenUpAfter(LOOK_AGAIN));
        throw new CheckFailedException(step, missing, timings);
    }

    private static String ask(Question question) throws CheckFailedException {
        try {
            return question.missing().orElse("");
        } catch (IOException | SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private boolean isGivenUpAfter(Duration pause) throws CheckFailedException {
        try {
            return givenUp.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckFailedException("wait", "interrupted", timings);
        }
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    /** One step of the check. */
    private interface Step {
        void run() throws CheckFailedException, CannotStartException;
    }

    private interface Start {
        void run() throws CannotStartException, InterruptedException;
    }

    /** Empty when it has come true, otherwise what is seen instead. */
    private interface Question {
        Optional<String> missing() throws IOException, SQLException, CheckFailedException;
    }
}
