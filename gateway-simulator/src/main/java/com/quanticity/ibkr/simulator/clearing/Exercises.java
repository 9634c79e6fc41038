package com.quanticity.ibkr.simulator.clearing;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountChoice;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.margin.Product.Option;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves EXERCISE_OPTIONS: options are exercised at once, or marked to lapse on their last day. There is no answer but the
 * changed positions and the executions; an error carries the request's id.
 */
final class Exercises {

    private static final Logger log = LoggerFactory.getLogger(Exercises.class);
    private static final int EXERCISE = 1;
    private static final int LAPSE = 2;

    private final ContractMaster contracts;
    private final Accounts accounts;
    private final Settlements settlements;
    private final Lapses lapses;
    private final Supplier<LocalDate> today;

    Exercises(
            ContractMaster contracts,
            Accounts accounts,
            Settlements settlements,
            Lapses lapses,
            Supplier<LocalDate> today) {
        this.contracts = contracts;
        this.accounts = accounts;
        this.settlements = settlements;
        this.lapses = lapses;
        this.today = today;
    }

    void serve(Client client, Request.ExerciseOptions request) {
        ListedContract contract = contracts.findOne(request.contract()).orElse(null);
        if (contract == null) {
            client.sendMessage(request.requestId(), 200, "No security definition has been found for the request");
            return;
        }
        switch (accounts.forOrder(request.account())) {
            case AccountChoice.Refused refused ->
                client.sendMessage(request.requestId(), refused.code(), refused.text());
            case AccountChoice.Chosen chosen -> serve(client, request, chosen.account(), contract);
        }
    }

    private void serve(Client client, Request.ExerciseOptions request, Account account, ListedContract contract) {
        Option option = Instruments.option(contract);
        String invalid = invalid(request, option);
        if (option == null || invalid != null) {
            client.sendMessage(request.requestId(), 321, "Error validating request.-'bN' : cause - " + invalid);
            return;
        }
        String refusal = refusal(request, account, contract, option);
        if (refusal != null) {
            client.sendMessage(request.requestId(), 322, "Error processing request.-'bN' : cause - " + refusal);
            return;
        }
        BigDecimal quantity = BigDecimal.valueOf(request.quantity());
        log.info(
                "option {} symbol={} quantity={}",
                request.action() == EXERCISE ? "exercised" : "to lapse",
                contract.localSymbol(),
                quantity);
        if (request.action() == EXERCISE) {
            settlements.exercise(account, contract, option, quantity);
        } else {
            lapses.add(account, contract, quantity);
        }
    }

    private static @Nullable String invalid(Request.ExerciseOptions request, @Nullable Option option) {
        if (option == null) {
            return "The contract is not an option";
        }
        if (request.action() != EXERCISE && request.action() != LAPSE) {
            return "Exercise action must be 1 to exercise or 2 to lapse";
        }
        return request.quantity() <= 0 ? "Exercise quantity must be above zero" : null;
    }

    private @Nullable String refusal(
            Request.ExerciseOptions request, Account account, ListedContract contract, Option option) {
        BigDecimal unlapsed = account.position(contract).quantity().subtract(lapses.of(account, contract));
        if (unlapsed.compareTo(BigDecimal.valueOf(request.quantity())) < 0) {
            return "No unlapsed position exists in this option in account " + account.code();
        }
        boolean isEarly = today.get().isBefore(option.expiry());
        if (request.action() == EXERCISE && isEarly && !option.american()) {
            return "The option cannot be exercised before its last day";
        }
        boolean isInTheMoney = settlements.inTheMoney(contract, option).signum() > 0;
        if (request.override() || isInTheMoney == (request.action() == EXERCISE)) {
            return null;
        }
        return isInTheMoney
                ? "Lapse ignored because the option is in-the-money; set override to lapse it"
                : "Exercise ignored because the option is not in-the-money; set override to exercise it";
    }
}
