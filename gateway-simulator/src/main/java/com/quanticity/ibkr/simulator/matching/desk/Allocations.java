package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountValues;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.AdvisorGroups;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.Allocation;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Refusal;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads for which group of accounts an advisor orders, and by which method it is shared out. */
final class Allocations {

    private static final String BY_POSITION = "PctChange";
    private static final Set<String> WEIGHTS = Set.of("EqualQuantity", "Equal", "NetLiq", "AvailableEquity");

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
    Optional<Refusal> refusal(Fields order, ListedContract contract) {
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
        String method = method(order, group.get());
        if (method.equals(BY_POSITION)) {
            return changeRefusal(order, group.get(), contract);
        }
        return WEIGHTS.contains(method) && order.text("order.faPercentage").isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        333,
                        "Invalid allocation method: the simulator shares out by EqualQuantity, NetLiq, AvailableEquity"
                                + " and, with a percentage, PctChange."));
    }

    /** Each account trades a part of what it holds, and nobody says how much that is together. */
    private Optional<Refusal> changeRefusal(Fields order, AdvisorGroups.Group group, ListedContract contract) {
        if (percentage(order).signum() <= 0) {
            return Optional.of(new Refusal(10012, "The allocation percentage is invalid: give a number above zero."));
        }
        BigDecimal size = order.decimal("order.totalQuantity");
        if (size != null && size.signum() != 0) {
            return Optional.of(new Refusal(
                    144, "The order size does not match the allocation: give none, the positions say how much."));
        }
        return changes(order, group, contract).isEmpty()
                ? Optional.of(new Refusal(333, "Invalid allocation: no account of the group holds the contract."))
                : Optional.empty();
    }

    private static BigDecimal percentage(Fields order) {
        try {
            return new BigDecimal(order.text("order.faPercentage"));
        } catch (NumberFormatException noNumber) {
            return BigDecimal.ZERO;
        }
    }

    /** The whole shares that each account trades; accounts that trade none are left out. */
    private List<Allocation.Member> changes(Fields order, AdvisorGroups.Group group, ListedContract contract) {
        BigDecimal part = percentage(order).movePointLeft(2);
        return accountsOf(group).stream()
                .map(account -> new Allocation.Member(
                        account,
                        account.position(contract)
                                .quantity()
                                .abs()
                                .multiply(part)
                                .setScale(0, RoundingMode.DOWN)))
                .filter(member -> member.weight().signum() > 0)
                .toList();
    }

    /** The terms for as much as the accounts' parts come to; as they are for an order that says its size. */
    OrderTerms withQuantity(OrderTerms terms, Fields order, ListedContract contract) {
        return order.text("order.faPercentage").isEmpty()
                ? terms
                : of(order, contract)
                        .map(allocation -> terms.withQuantity(allocation.members().stream()
                                .map(Allocation.Member::weight)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                        .orElse(terms);
    }

    /** The allocation of an order that was not refused; empty for an order of a single account. */
    Optional<Allocation> of(Fields order, ListedContract contract) {
        return isWanted(order)
                ? accounts.groups()
                        .of(order.text("order.faGroup"))
                        .map(group -> members(order, group, contract))
                        .filter(members -> !members.isEmpty())
                        .map(Allocation::new)
                : Optional.empty();
    }

    private List<Allocation.Member> members(Fields order, AdvisorGroups.Group group, ListedContract contract) {
        String method = method(order, group);
        return method.equals(BY_POSITION) ? changes(order, group, contract) : members(group, method);
    }

    private List<Account> accountsOf(AdvisorGroups.Group group) {
        return group.accounts().stream()
                .map(accounts::of)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Allocation.Member> members(AdvisorGroups.Group group, String method) {
        Function<AccountValues, BigDecimal> weight = switch (method) {
            case "NetLiq" -> AccountValues::netLiquidation;
            case "AvailableEquity" -> AccountValues::availableFunds;
            default -> any -> BigDecimal.ONE;
        };
        List<Account> members = accountsOf(group);
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
}
