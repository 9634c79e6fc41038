package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.historical.JobMaker.Target;
import com.quanticity.ibkr.adapter.historical.JobMaker.Wish;
import com.quanticity.ibkr.adapter.historical.plan.BarLength;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.service.problem.ApiException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of requests, and what they must hold. */
final class HistoryRequests {

    private static final List<String> BAR_KINDS = List.of(
            "TRADES",
            "MIDPOINT",
            "BID",
            "ASK",
            "BID_ASK",
            "HISTORICAL_VOLATILITY",
            "OPTION_IMPLIED_VOLATILITY",
            "FEE_RATE",
            "YIELD_BID",
            "YIELD_ASK",
            "YIELD_BID_ASK",
            "YIELD_LAST",
            "AGGTRADES");
    private static final List<String> TICK_KINDS = List.of("TRADES", "BID_ASK", "MIDPOINT");

    private HistoryRequests() {}

    /**
     * A contract: a symbol of the watch list, or the broker's number.
     *
     * @param exchange with a number only; SMART when absent
     */
    record ContractName(
            @Nullable String symbol,
            @Nullable Integer contractId,
            @Nullable String exchange) {}

    /**
     * Bars that are wanted.
     *
     * @param from inclusive, UTC
     * @param to exclusive; absent = now
     * @param barSize such as {@code 5 secs}, {@code 1 min}, {@code 1 day}
     * @param whatToShow absent = TRADES
     * @param useRTH regular trading hours only; absent = false
     */
    record Bars(
            @Nullable ContractName contract,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String barSize,
            @Nullable String whatToShow,
            @Nullable Boolean useRTH) {

        Wish wish(ContractDirectory contracts, Instant now) {
            String what = whatToShow == null ? "TRADES" : whatToShow;
            if (what.equals("ADJUSTED_LAST")) {
                throw ApiException.badRequest(
                        "WHAT_TO_SHOW_INVALID",
                        "ADJUSTED_LAST bars always end now and cannot be put together; ask for TRADES.");
            }
            known("whatToShow", what, BAR_KINDS);
            return new Wish(
                    target(contract, contracts),
                    range(from, to, now),
                    length(barSize),
                    what,
                    Boolean.TRUE.equals(useRTH),
                    false);
        }
    }

    /**
     * Ticks that are wanted.
     *
     * @param from inclusive, UTC
     * @param to exclusive; absent = now
     * @param kind TRADES, BID_ASK or MIDPOINT; absent = TRADES
     * @param useRTH regular trading hours only; absent = false
     */
    record Ticks(
            @Nullable ContractName contract,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String kind,
            @Nullable Boolean useRTH) {

        Wish wish(ContractDirectory contracts, Instant now) {
            String what = kind == null ? "TRADES" : kind;
            known("kind", what, TICK_KINDS);
            return new Wish(
                    target(contract, contracts), range(from, to, now), null, what, Boolean.TRUE.equals(useRTH), false);
        }
    }

    static BarLength length(@Nullable String barSize) {
        return BarLength.of(barSize == null ? "" : barSize)
                .orElseThrow(() -> ApiException.badRequest(
                        "BAR_SIZE_INVALID", "barSize must be one of " + BarLength.names() + "; was " + barSize + "."));
    }

    static int contractId(@Nullable String symbol, @Nullable Integer contractId, ContractDirectory contracts) {
        return target(new ContractName(symbol, contractId, null), contracts).contractId();
    }

    static TimeRange range(@Nullable Instant from, @Nullable Instant to, Instant now) {
        Instant end = to == null ? now : to;
        if (from == null || !from.isBefore(end)) {
            throw ApiException.badRequest(
                    "RANGE_INVALID", "from must be given and before to; from was " + from + " and to was " + end + ".");
        }
        return new TimeRange(from, end);
    }

    private static Target target(@Nullable ContractName name, ContractDirectory contracts) {
        if (name != null && name.symbol() == null && name.contractId() != null && name.contractId() > 0) {
            String exchange = name.exchange();
            return new Target(name.contractId(), "", "", exchange == null ? "SMART" : exchange);
        }
        if (name != null && name.symbol() != null && name.contractId() == null) {
            return target(name.symbol(), contracts);
        }
        throw ApiException.badRequest(
                "CONTRACT_INVALID", "Name the contract by symbol, or by a positive contractId, not by both.");
    }

    private static Target target(String symbol, ContractDirectory contracts) {
        Contract contract = contracts
                .find(symbol)
                .orElseThrow(() -> ApiException.badRequest(
                        "CONTRACT_UNKNOWN",
                        "No contract is known for symbol " + symbol
                                + ". Add it to the watch list, wait until it is resolved, or name its contractId."));
        return new Target(
                contract.id().value(),
                contract.symbol(),
                contract.securityType().wireCode(),
                contract.exchange());
    }

    private static void known(String member, String value, List<String> kinds) {
        if (!kinds.contains(value)) {
            throw ApiException.badRequest(
                    "WHAT_TO_SHOW_INVALID", member + " must be one of " + kinds + "; was " + value + ".");
        }
    }
}
