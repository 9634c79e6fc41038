package com.quanticity.ibkr.gateway;

/** A named text, as in algorithm parameters, routing parameters and security ids. */
public record TagValue(String tag, String value) {}
