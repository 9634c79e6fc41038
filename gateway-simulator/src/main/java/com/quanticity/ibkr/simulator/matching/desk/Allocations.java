package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountValues;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.AdvisorGroups;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.matching.Allocation;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Refusal;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads for which group of accounts an advisor orders, and by which method it is shared out. */
final class Allocations {

    private final Accounts accounts;
    private final Valuation valuation;

    Allocations(Accounts accounts, Valuation valuation) {
        this.accounts = accounts;
        this.valuation = valuation;
    }

    static boolean isWanted(Fields order) {
        return !order.text("order.faGroup").isEmpty()
                || !order.text("order.faMethod").isEmpty()
                || !order.text("order.faPercentage").isEmpty();
    }

    /** Why an order cannot be shared out; empty when it can. */
    Optional<Refusal> refusal(Fields order) {
        if (!accounts.first().isAdvisor()) {
            return Optional.of(new Refusal(344, "The account is not a financial advisor account"));
        }
        if (!order.text("order.account").isEmpty()) {
            return Optional.of(new Refusal(333, "Invalid allocation: give either an account or a group."));
        }
        Optional<AdvisorGroups.Group> group = accounts.groups().of(order.text("order.faGroup"));
        if (group.isEmpty()) {
            return Optional.of(
                    new Refusal(333, "Invalid allocation: there is no group '" + order.text("order.faGroup") + "'."));
        }
        if (group.get().accounts().isEmpty()
                || group.get().accounts().stream().anyMatch(code -> accounts.of(code) == null)) {
            return Optional.of(new Refusal(332, "The group has accounts that are not the advisor's."));
        }
        return isServed(method(order, group.get()))
                        && order.text("order.faPercentage").isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        333,
                        "Invalid allocation method: the simulator shares out by EqualQuantity, NetLiq and"
                                + " AvailableEquity, without percentage."));
    }

    /** The allocation of an order that was not refused; empty for an order of a single account. */
    Optional<Allocation> of(Fields order) {
        return isWanted(order)
                ? accounts.groups()
                        .of(order.text("order.faGroup"))
                        .map(group -> new Allocation(members(group, method(order, group))))
                : Optional.empty();
    }

    private List<Allocation.Member> members(AdvisorGroups.Group group, String method) {
        Function<AccountValues, BigDecimal> weight = switch (method) {
            case "NetLiq" -> AccountValues::netLiquidation;
            case "AvailableEquity" -> AccountValues::availableFunds;
            default -> any -> BigDecimal.ONE;
        };
        List<Account> members = new ArrayList<>();
        group.accounts().forEach(code -> Optional.ofNullable(accounts.of(code)).ifPresent(members::add));
        boolean isWeightless = members.stream()
                .allMatch(account -> weight.apply(valuation.of(account)).signum() <= 0);
        return members.stream()
                .map(account -> new Allocation.Member(
                        account,
                        isWeightless
                                ? BigDecimal.ONE
                                : weight.apply(valuation.of(account)).max(BigDecimal.ZERO)))
                .toList();
    }

    private static String method(Fields order, AdvisorGroups.Group group) {
        String method = order.text("order.faMethod");
        return method.isEmpty() ? group.method() : method;
    }

    private static boolean isServed(String method) {
        return List.of("EqualQuantity", "Equal", "NetLiq", "AvailableEquity").contains(method);
    }
}
