package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.gate.limit.RuleBook;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.LimitKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is not known at the moment and makes the gate deny orders whatever they are. Never blocks; any thread. */
final class GateReadiness {

    private static final String EVERYTHING = "every new order and every change";
    private static final String WHAT_ADDS = "every new order and every change that adds quantity";
    private static final String WHAT_TAKES_BUYING_POWER =
            "every new order and every change that adds quantity, unless it only shrinks a position";

    private final GateParts parts;

    /**
     * Something the gate does not know.
     *
     * @param reason the denial it leads to
     * @param about what exactly is missing, empty when the reason says it all
     * @param denies what does not pass because of it; cancels always pass
     * @param advice what to do, one line
     */
    record Gap(DenialReason reason, String about, String denies, String advice) {

        static Gap of(DenialReason reason, String about, String denies) {
            return new Gap(reason, about, denies, reason.advice());
        }
    }

    GateReadiness(GateParts parts) {
        this.parts = parts;
    }

    /** Those that deny most first; empty when the gate knows what it needs. */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        if (parts.tradingState().fresh().isEmpty()) {
            gaps.add(Gap.of(DenialReason.TRADING_STATE_UNKNOWN, lastTradingState(), EVERYTHING));
        }
        RecoveryBarrier recovery = parts.recovery();
        if (!recovery.isComplete()) {
            gaps.add(Gap.of(DenialReason.RECOVERY_INCOMPLETE, recovery.missing(), EVERYTHING));
        }
        RuleBook heard = parts.limits().last();
        if (heard == null) {
            gaps.add(Gap.of(DenialReason.LIMITS_MISSING, "none were heard", EVERYTHING));
        } else if (heard.isStale(parts.clock().instant())) {
            gaps.add(Gap.of(
                    DenialReason.LIMITS_STALE,
                    "heard last: those of " + heard.limits().at(),
                    EVERYTHING));
        }
        if (!parts.exposures().arePositionsKnown()) {
            gaps.add(Gap.of(DenialReason.POSITION_UNKNOWN, "", WHAT_ADDS));
        }
        List<String> unfunded = accountsWithoutBuyingPower(heard);
        if (!unfunded.isEmpty()) {
            gaps.add(Gap.of(
                    DenialReason.BUYING_POWER_UNKNOWN,
                    "account " + String.join(", ", unfunded),
                    WHAT_TAKES_BUYING_POWER));
        }
        return gaps;
    }

    private String lastTradingState() {
        return parts.tradingState()
                .last()
                .map(last -> "heard last: " + last.state() + " at " + last.at())
                .orElse("none was heard");
    }

    /** None while no limit asks for buying power. */
    private List<String> accountsWithoutBuyingPower(@Nullable RuleBook heard) {
        boolean isAskedFor = heard != null
                && heard.limits().limits().stream().anyMatch(limit -> limit.kind() == LimitKind.BUYING_POWER_PERCENT);
        return isAskedFor
                ? parts.accounts().get().stream()
                        .filter(account -> parts.buyingPower().apply(account) == null)
                        .toList()
                : List.of();
    }
}
