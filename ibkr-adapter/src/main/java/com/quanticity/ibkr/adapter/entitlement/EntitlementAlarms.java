package com.quanticity.ibkr.adapter.entitlement;

import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells a person when the right to data is missing: level 1 of a watched symbol always, for its prices are not to be had; every other
 * kind when it was there before, because depth and ticks are also asked for on trial. Delayed data that was asked for is no alarm.
 */
record EntitlementAlarms(AdapterAlarms alarms, Supplier<MarketDataType> askedType) implements Consumer<Entitlement> {

    @Override
    public void accept(Entitlement entitlement) {
        String subject = entitlement.target().toString();
        if (isAlarming(entitlement)) {
            alarms.raise(AlarmKind.DATA_ENTITLEMENT_LOST, subject, text(entitlement));
        } else if (entitlement.standing().isServed() || !entitlement.standing().isMissing()) {
            end(entitlement, "served again: " + entitlement.standing());
        }
    }

    /** Nobody wants the target any more. */
    void end(Entitlement entitlement, String how) {
        alarms.clear(AlarmKind.DATA_ENTITLEMENT_LOST, entitlement.target().toString(), how);
    }

    private boolean isAlarming(Entitlement entitlement) {
        boolean isDelayedOnPurpose = entitlement.standing() == Standing.DELAYED_ONLY
                && (askedType.get() == MarketDataType.DELAYED || askedType.get() == MarketDataType.DELAYED_FROZEN);
        boolean isExpected = entitlement.target().kind() == DataKind.LEVEL_1 || entitlement.confirmedAt() != null;
        return entitlement.standing().isMissing() && isExpected && !isDelayedOnPurpose;
    }

    private static String text(Entitlement entitlement) {
        String words = entitlement.code() == null ? "" : ": " + entitlement.code() + " " + entitlement.message();
        return entitlement.target() + " is " + entitlement.standing() + words;
    }
}
