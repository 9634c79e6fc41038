package com.quanticity.ibkr.adapter.contract;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Reference data of contracts.
 *
 * @param refreshAt New York time at which every known contract is read again, each day
 * @param refreshPause pause between two contracts of the refresh, so that it leaves the message budget to others
 * @param refreshLook how often is looked whether a refresh is due
 */
public record ContractProperties(
        @DefaultValue("07:00") @DateTimeFormat(pattern = "HH:mm")
        LocalTime refreshAt,

        @DefaultValue("200ms") Duration refreshPause,
        @DefaultValue("5s") Duration refreshLook) {

    public ContractProperties {
        List<String> problems = new ArrayList<>();
        if (refreshPause.isNegative()) {
            problems.add("ibkr.adapter.contracts.refresh-pause must be 0 or longer, was " + refreshPause);
        }
        if (refreshLook.isNegative() || refreshLook.isZero()) {
            problems.add("ibkr.adapter.contracts.refresh-look must be positive, was " + refreshLook);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }
}
