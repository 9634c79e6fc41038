package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.state.SimulatorState.AccountState;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts: what they are worth, money in and out, forced liquidation, readiness. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

    private final GatewaySimulator simulator;

    AccountController(GatewaySimulator simulator) {
        this.simulator = simulator;
    }

    @GetMapping
    List<AccountState> accounts() {
        return simulator.state().accounts();
    }

    /** A negative amount is a withdrawal. */
    @PostMapping("/{code}/deposit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deposit(@PathVariable String code, @RequestBody Deposit deposit) {
        String currency = deposit.currency();
        BigDecimal amount = deposit.amount();
        if (currency == null || amount == null) {
            throw new ControlProblem(
                    HttpStatus.BAD_REQUEST,
                    "a deposit needs currency and amount: send {\"currency\": \"USD\", \"amount\": 1000}");
        }
        if (!simulator.accounts().takes(currency)) {
            throw new ControlProblem(
                    HttpStatus.BAD_REQUEST, "there is no exchange rate for " + currency + ": deposit USD or EUR");
        }
        try {
            simulator.accounts().deposit(code, currency, amount);
        } catch (IllegalArgumentException unknown) {
            throw new ControlProblem(HttpStatus.NOT_FOUND, String.valueOf(unknown.getMessage()));
        }
    }

    @PostMapping("/liquidation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void startLiquidation() {
        simulator.accounts().liquidate(true);
    }

    @DeleteMapping("/liquidation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endLiquidation() {
        simulator.accounts().liquidate(false);
    }

    /** The account values say of themselves that they cannot be trusted. */
    @PostMapping("/unready")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void makeUnready() {
        simulator.accounts().setReady(false);
    }

    @DeleteMapping("/unready")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void makeReady() {
        simulator.accounts().setReady(true);
    }

    record Deposit(@Nullable String currency, @Nullable BigDecimal amount) {}
}
