package com.quanticity.ibkr.quickstart.check;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The path through a platform that runs: a quote into Redis and PostgreSQL, an order from REST to its fill in the ledger. */
public final class PathCheck {

    private static final Duration STEP_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int QUANTITY = 10;

    private final CheckTarget target;
    private final Timings timings;
    private final CountDownLatch givenUp = new CountDownLatch(1);

    public PathCheck(CheckTarget target) {
        this(target, new Timings());
    }

    PathCheck(CheckTarget target, Timings timings) {
        this.target = target;
        this.timings = timings;
    }

    /** Timings of each step in milliseconds, and the order as the ledger has it at the end. */
    public Map<String, Object> run() throws CheckFailedException {
        Witness witness = new Witness(target);
        until("quoteInRedis", witness::quoteInRedis);
        until("quoteInDatabase", witness::quoteInDatabase);
        until("tradable", witness::tradable);
        Order filled = trade(new Orders(target));
        Map<String, Object> report = new LinkedHashMap<>(timings.millis());
        report.put("order", filled.facts());
        return report;
    }

    /** Ends the check from another thread: the step it waits for fails. */
    public void giveUp() {
        givenUp.countDown();
    }

    private Order trade(Orders orders) throws CheckFailedException {
        long begin = System.nanoTime();
        Order[] order = new Order[1];
        try {
            order[0] = orders.buyAtMarket(target.symbol(), QUANTITY);
        } catch (IOException e) {
            throw timings.failed("orderAccepted", String.valueOf(e.getMessage()));
        }
        timings.put("orderAccepted", begin);
        until("orderFilled", () -> {
            order[0] = orders.look(order[0].clientOrderId());
            if (order[0].isDead()) {
                throw timings.failed("orderFilled", "the order is " + order[0].facts());
            }
            return order[0].isFilled() ? Optional.empty() : Optional.of("the order is " + order[0].facts());
        });
        return order[0];
    }

    private void until(String step, Question question) throws CheckFailedException {
        long begin = System.nanoTime();
        String missing;
        do {
            missing = ask(question);
            if (missing.isEmpty()) {
                timings.put(step, begin);
                return;
            }
        } while (System.nanoTime() - begin < STEP_LIMIT.toNanos() && !isGivenUpAfter(LOOK_AGAIN));
        throw timings.failed(step, missing);
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
            throw timings.failed("wait", "interrupted");
        }
    }

    /** Empty when it has come true, otherwise what is seen instead. */
    private interface Question {
        Optional<String> missing() throws IOException, SQLException, CheckFailedException;
    }
}
