package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorData;
import com.quanticity.ibkr.simulator.market.Entitlements;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the user of a gateway may see: PUT sets the rules, POST adds one for now, DELETE takes what was added back. */
@RestController
@RequestMapping("/api/v1/entitlements")
class EntitlementController {

    private final GatewaySimulator simulator;

    EntitlementController(GatewaySimulator simulator) {
        this.simulator = simulator;
    }

    @GetMapping
    View entitlements(@RequestParam(defaultValue = "1") int gateway) {
        return View.of(data(gateway).entitlements());
    }

    @PutMapping
    View set(@RequestParam(defaultValue = "1") int gateway, @RequestBody Wanted wanted) {
        List<String> rules = wanted.rules();
        if (rules == null) {
            throw new ControlProblem(
                    HttpStatus.BAD_REQUEST, "the rules are missing: send {\"rules\": [\"SPY/depth=nothing\"]}");
        }
        Entitlements entitlements = readable(() -> Entitlements.parse(String.join(",", rules)));
        data(gateway).use(entitlements, wanted.isForOpenOnes());
        return entitlements(gateway);
    }

    @PostMapping
    View add(@RequestParam(defaultValue = "1") int gateway, @RequestBody Wanted wanted) {
        String rule = wanted.rule();
        if (rule == null) {
            throw new ControlProblem(
                    HttpStatus.BAD_REQUEST, "the rule is missing: send {\"rule\": \"SPY/depth=nothing\"}");
        }
        data(gateway).entitle(readable(() -> Entitlements.Rule.parse(rule)), wanted.isForOpenOnes());
        return entitlements(gateway);
    }

    @DeleteMapping
    View restore(@RequestParam(defaultValue = "1") int gateway) {
        data(gateway).restoreEntitlements();
        return entitlements(gateway);
    }

    private SimulatorData data(int gateway) {
        return readable(() -> simulator.faults(gateway)).data();
    }

    private static <T> T readable(Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (IllegalArgumentException unreadable) {
            throw new ControlProblem(HttpStatus.BAD_REQUEST, String.valueOf(unreadable.getMessage()));
        }
    }

    /** The rules, the last that fits decides. */
    record View(List<String> rules) {

        static View of(Entitlements entitlements) {
            return new View(entitlements.rules().stream().map(Object::toString).toList());
        }
    }

    /**
     * What is to be so.
     *
     * @param rules for PUT
     * @param rule for POST
     * @param openToo whether subscriptions that are open follow; not when it is null
     */
    record Wanted(
            @Nullable List<String> rules,
            @Nullable String rule,
            @Nullable Boolean openToo) {

        boolean isForOpenOnes() {
            return Boolean.TRUE.equals(openToo);
        }
    }
}
