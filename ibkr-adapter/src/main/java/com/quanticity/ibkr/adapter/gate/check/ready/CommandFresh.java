package com.quanticity.ibkr.adapter.gate.check.ready;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.model.risk.DenialReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The command is not older than allowed; a date in the future says as little about the age as one long past. */
public record CommandFresh(Duration maxAge) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        Duration age = Duration.between(inquiry.commandedAt(), inquiry.now());
        return age.abs().compareTo(maxAge) <= 0
                ? null
                : Denied.of(DenialReason.COMMAND_EXPIRED, age.toMillis() + " ms", maxAge.toMillis() + " ms");
    }
}
