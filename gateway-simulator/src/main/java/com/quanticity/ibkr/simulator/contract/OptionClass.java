package com.quanticity.ibkr.simulator.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What can be had of one trading class of options on a day.
 *
 * @param exchanges where it trades
 */
public record OptionClass(
        String tradingClass,
        BigDecimal multiplier,
        List<String> exchanges,
        int underlyingId,
        List<LocalDate> expirations,
        List<BigDecimal> strikes) {}
