package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.gate.activity.Activity;
import com.quanticity.ibkr.adapter.gate.activity.StrategyLocks;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.limit.LimitBook;
import com.quanticity.ibkr.adapter.gate.limit.OverrideDesk;
import com.quanticity.ibkr.adapter.gate.price.Market;
import com.quanticity.ibkr.adapter.gate.price.PriceRanges;
import com.quanticity.ibkr.adapter.gate.price.Valuation;
import com.quanticity.ibkr.adapter.lock.InstrumentLockView;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
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
 * What the order gate looks at. None of it may block.
 *
 * @param tradingState of the firm, strategies and contracts
 * @param session state of the gateway session
 * @param recovery whether what happened to our orders is known
 * @param accounts accounts of the session
 * @param planned name of the planned outage that a moment is in or close to
 * @param contracts contracts, blocks and price increments
 * @param market level 1 data
 * @param valuation what contracts are worth
 * @param ranges where prices were
 * @param limits limits as heard
 * @param overrides leave for single orders
 * @param exposures positions and working orders
 * @param activity messages and trades
 * @param locks disabled strategies
 * @param instrumentLocks instruments about which our books and the broker's differ
 * @param buyingPower of an account in the currency of the limits, null when not known
 * @param commandMaxAge oldest command that is sent
 * @param clock time
 */
public record GateParts(
        TradingStateView tradingState,
        Supplier<SessionState> session,
        RecoveryBarrier recovery,
        Supplier<List<String>> accounts,
        Function<Instant, Optional<String>> planned,
        ContractDirectory contracts,
        Market market,
        Valuation valuation,
        PriceRanges ranges,
        LimitBook limits,
        OverrideDesk overrides,
        Exposures exposures,
        Activity activity,
        StrategyLocks locks,
        InstrumentLockView instrumentLocks,
        Function<String, @Nullable BigDecimal> buyingPower,
        Duration commandMaxAge,
        Clock clock) {}
