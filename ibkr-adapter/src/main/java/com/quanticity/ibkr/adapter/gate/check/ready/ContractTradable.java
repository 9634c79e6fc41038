package com.quanticity.ibkr.adapter.gate.check.ready;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.model.risk.DenialReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nothing blocks the contract. */
public record ContractTradable(ContractDirectory contracts) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        Optional<String> blocked = contracts.blocked(inquiry.contract().id());
        return blocked.isPresent() ? Denied.of(DenialReason.CONTRACT_BLOCKED, "symbol", blocked.get(), "") : null;
    }
}
