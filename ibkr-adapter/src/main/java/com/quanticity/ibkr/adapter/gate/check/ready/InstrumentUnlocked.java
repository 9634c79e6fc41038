package com.quanticity.ibkr.adapter.gate.check.ready;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.adapter.lock.InstrumentLockView;
import com.quanticity.ibkr.model.risk.DenialReason;
import org.jspecify.annotations.Nullable;

/**
 * Our books and the broker's agree about the instrument. New orders that would lower the position are denied too: while the two sides
 * differ nobody knows which position that is. Changes of working orders pass. Source: decision 0017.
 */
public record InstrumentUnlocked(InstrumentLockView locks) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        if (inquiry.standing() != null) {
            return null;
        }
        return locks.covering(
                        inquiry.account(),
                        inquiry.contract().id(),
                        inquiry.order().symbol())
                .map(lock -> Denied.of(DenialReason.INSTRUMENT_LOCKED, lock.reason(), lock.discrepancyId()))
                .orElse(null);
    }
}
