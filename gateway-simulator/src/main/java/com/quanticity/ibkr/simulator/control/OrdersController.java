package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.matching.DirectRouting;
import com.quanticity.ibkr.simulator.matching.OrderHabit;
import com.quanticity.ibkr.simulator.matching.OrderHabits;
import com.quanticity.ibkr.simulator.matching.OrderLimits;
import com.quanticity.ibkr.simulator.matching.OrderRules;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody at the gateway does with orders and executions, and how the gateway tells of them. */
@RestController
@RequestMapping("/api/v1")
class OrdersController {

    private final GatewaySimulator simulator;

    OrdersController(GatewaySimulator simulator) {
        this.simulator = simulator;
    }

    /** Places an order by hand; client 0 can bind it. */
    @PostMapping("/orders")
    Placed place(@RequestBody ManualOrder order) {
        OptionalLong permId = simulator
                .orders()
                .placeManually(
                        order.symbol(),
                        order.side(),
                        order.quantity(),
                        order.limit(),
                        order.timeInForce() == null ? "DAY" : order.timeInForce());
        if (permId.isEmpty()) {
            throw new ControlProblem(
                    HttpStatus.BAD_REQUEST,
                    "the order for " + order.symbol()
                            + " was refused: the log says why, GET /api/v1/state lists symbols");
        }
        return new Placed(permId.getAsLong());
    }

    /** Gives an execution another price; clients hear of it under the next revision of its id. */
    @PostMapping("/executions/{execId}/correction")
    ResponseEntity<Void> correct(@PathVariable String execId, @RequestBody Correction correction) {
        return found(execId, simulator.orders().correct(execId, correction.price()));
    }

    /** Takes an execution back. */
    @PostMapping("/executions/{execId}/bust")
    ResponseEntity<Void> bust(@PathVariable String execId) {
        return found(execId, simulator.orders().bust(execId));
    }

    private static ResponseEntity<Void> found(String execId, boolean isThere) {
        if (!isThere) {
            throw new ControlProblem(
                    HttpStatus.NOT_FOUND, "there is no execution " + execId + ": GET /api/v1/executions lists them");
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/orders/habits")
    Habits habits() {
        OrderHabits now = simulator.orders().habits();
        return new Habits(
                now.habits(),
                now.executionDelay().toMillis(),
                now.commissionDelay().toMillis(),
                now.cancelDelay().toMillis());
    }

    @PutMapping("/orders/habits")
    ResponseEntity<Void> use(@RequestBody Habits habits) {
        simulator
                .orders()
                .use(new OrderHabits(
                        habits.habits(),
                        millis(habits.executionDelayMillis()),
                        millis(habits.commissionDelayMillis()),
                        millis(habits.cancelDelayMillis())));
        return ResponseEntity.noContent().build();
    }

    /** Which orders are taken. */
    @GetMapping("/orders/rules")
    Rules rules() {
        OrderRules now = simulator.orders().rules();
        OrderLimits limits = now.limits();
        return new Rules(
                now.masterClientId(),
                now.cancelsForeignOrders(),
                now.bindsWithNegativeIds(),
                now.directRouting(),
                limits.largestSize(),
                limits.priceBandPercent(),
                limits.precautionPercent(),
                limits.precautionTicks(),
                limits.workingOrdersASide(),
                limits.takesFractions(),
                now.notAvailable(),
                now.withoutPermission());
    }

    /** Takes orders by other rules from now on; shares to borrow stay as they are. */
    @PutMapping("/orders/rules")
    ResponseEntity<Void> use(@RequestBody Rules rules) {
        OrderRules defaults = OrderRules.defaults();
        OrderRules now = simulator.orders().rules();
        simulator
                .orders()
                .use(new OrderRules(
                        rules.masterClientId(),
                        Boolean.TRUE.equals(rules.cancelsForeignOrders()),
                        !Boolean.FALSE.equals(rules.bindsWithNegativeIds()),
                        rules.directRouting() == null ? defaults.directRouting() : rules.directRouting(),
                        new OrderLimits(
                                rules.largestSize(),
                                rules.priceBandPercent(),
                                rules.precautionPercent(),
                                rules.precautionTicks(),
                                rules.workingOrdersASide(),
                                !Boolean.FALSE.equals(rules.takesFractions())),
                        rules.notAvailable() == null ? Set.of() : rules.notAvailable(),
                        rules.withoutPermission() == null ? Set.of() : rules.withoutPermission(),
                        now.shortable()));
        return ResponseEntity.noContent().build();
    }

    private static Duration millis(@Nullable Long millis) {
        long delay = millis == null ? 0 : millis;
        if (delay < 0) {
            throw new ControlProblem(HttpStatus.BAD_REQUEST, "a delay cannot be " + delay + ": give 0 or more");
        }
        return Duration.ofMillis(delay);
    }

    /** Sets how many shares of a symbol can be sold short. */
    @PutMapping("/shortable/{symbol}")
    ResponseEntity<Void> shortable(@PathVariable String symbol, @RequestBody Shortable shortable) {
        simulator.orders().setShortable(symbol, shortable.shares());
        return ResponseEntity.noContent().build();
    }

    /**
     * An order made by hand.
     *
     * @param limit null for a market order
     * @param timeInForce null for DAY
     */
    record ManualOrder(
            String symbol,
            Side side,
            BigDecimal quantity,
            @Nullable BigDecimal limit,
            @Nullable String timeInForce) {}

    record Placed(long permId) {}

    record Correction(BigDecimal price) {}

    /** How orders are told of; delays that are left out are none. */
    record Habits(
            Set<OrderHabit> habits,
            @Nullable Long executionDelayMillis,
            @Nullable Long commissionDelayMillis,
            @Nullable Long cancelDelayMillis) {}

    /** Which orders are taken; what is left out is as by default. */
    record Rules(
            @Nullable Integer masterClientId,
            @Nullable Boolean cancelsForeignOrders,
            @Nullable Boolean bindsWithNegativeIds,
            @Nullable DirectRouting directRouting,
            @Nullable BigDecimal largestSize,
            @Nullable BigDecimal priceBandPercent,
            @Nullable BigDecimal precautionPercent,
            @Nullable Integer precautionTicks,
            @Nullable Integer workingOrdersASide,
            @Nullable Boolean takesFractions,
            @Nullable Set<String> notAvailable,
            @Nullable Set<String> withoutPermission) {}

    /**
     * Shares that can be borrowed.
     *
     * @param shares null for plenty
     */
    record Shortable(@Nullable BigDecimal shares) {}
}
