package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.contract.PriceCheck;
import com.quanticity.ibkr.adapter.order.GateDecision.Denied;
import com.quanticity.ibkr.adapter.order.GateDecision.Passed;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.session.SessionState;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last check of a new order before the wire. What is not known denies: no fresh trading state, no READY session, no resolved
 * contract, no live price, no certain account; a blocked contract and a price off its increment too. Cancels do not come here. Asked
 * twice for each order: before it is journaled and again right before
 * it is sent, because a halt may fall in between. Thread-safe.
 */
final class OrderGate {

    private final TradingStateView tradingState;
    private final Supplier<SessionState> session;
    private final Supplier<List<String>> accounts;
    private final ContractDirectory contracts;
    private final Function<ContractId, Optional<String>> whyNotLive;
    private final Duration maxAge;
    private final Clock clock;

    /** @param whyNotLive why the data of a contract may not price an order, empty when it may */
    OrderGate(
            TradingStateView tradingState,
            Supplier<SessionState> session,
            Supplier<List<String>> accounts,
            ContractDirectory contracts,
            Function<ContractId, Optional<String>> whyNotLive,
            Duration maxAge,
            Clock clock) {
        this.tradingState = tradingState;
        this.session = session;
        this.accounts = accounts;
        this.contracts = contracts;
        this.whyNotLive = whyNotLive;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /**
     * Checks the order as things stand now.
     *
     * @param commandedAt when the command was published
     */
    GateDecision decide(Order order, Instant commandedAt) {
        Denied denied = checkTradingState();
        if (denied == null) {
            denied = checkAge(commandedAt);
        }
        if (denied == null) {
            denied = checkSession();
        }
        return denied != null ? denied : checkTerms(order);
    }

    private @Nullable Denied checkTradingState() {
        Optional<RiskState> fresh = tradingState.fresh();
        if (fresh.isEmpty()) {
            String last = tradingState
                    .last()
                    .map(state -> state.state() + " at " + state.at())
                    .orElse("none");
            return Denied.of(
                    DenialReason.TRADING_STATE_UNKNOWN,
                    last,
                    "not older than " + RiskState.VALIDITY.toSeconds() + " s");
        }
        return switch (fresh.get().state()) {
            case ACTIVE -> null;
            case HALTED -> Denied.of(DenialReason.TRADING_HALTED, fresh.get().reason(), "");
            // Nothing here knows positions yet, so no order is provably lowering exposure.
            case REDUCING ->
                Denied.of(DenialReason.TRADING_REDUCING, fresh.get().reason(), "");
        };
    }

    /** A date in the future says as little about the age as one long past. */
    private @Nullable Denied checkAge(Instant commandedAt) {
        Duration age = Duration.between(commandedAt, clock.instant());
        return age.abs().compareTo(maxAge) <= 0
                ? null
                : Denied.of(DenialReason.COMMAND_EXPIRED, age.toMillis() + " ms", maxAge.toMillis() + " ms");
    }

    private @Nullable Denied checkSession() {
        SessionState state = session.get();
        return state == SessionState.READY
                ? null
                : Denied.of(DenialReason.SESSION_NOT_READY, state.name(), SessionState.READY.name());
    }

    private GateDecision checkTerms(Order order) {
        Optional<Contract> contract = contracts.find(order.symbol());
        if (contract.isEmpty()) {
            return Denied.of(DenialReason.UNKNOWN_SYMBOL, order.symbol(), "");
        }
        Denied denied = checkContract(contract.get(), order.limitPrice());
        if (denied != null) {
            return denied;
        }
        Optional<String> notLive = whyNotLive.apply(contract.get().id());
        if (notLive.isPresent()) {
            return Denied.of(DenialReason.PRICE_NOT_LIVE, order.symbol() + ": " + notLive.get(), "LIVE");
        }
        List<String> known = accounts.get();
        String account = order.account().isEmpty() && known.size() == 1 ? known.getFirst() : order.account();
        return known.contains(account)
                ? new Passed(contract.get(), account)
                : Denied.of(
                        DenialReason.ACCOUNT_MISMATCH,
                        account.isEmpty() ? "none given" : account,
                        known.size() + " accounts of the session");
    }

    private @Nullable Denied checkContract(Contract contract, @Nullable BigDecimal limitPrice) {
        Optional<String> blocked = contracts.blocked(contract.id());
        if (blocked.isPresent()) {
            return Denied.of(DenialReason.CONTRACT_BLOCKED, blocked.get(), "");
        }
        if (limitPrice == null) {
            return null;
        }
        return switch (contracts.check(contract, limitPrice)) {
            case PriceCheck.Valid _, PriceCheck.NotKnown _ -> null;
            case PriceCheck.OffIncrement off ->
                Denied.of(
                        DenialReason.PRICE_OFF_TICK,
                        limitPrice.toPlainString(),
                        "next valid prices " + off.below().toPlainString() + " and "
                                + off.above().toPlainString() + ", increment "
                                + off.increment().toPlainString());
        };
    }
}
