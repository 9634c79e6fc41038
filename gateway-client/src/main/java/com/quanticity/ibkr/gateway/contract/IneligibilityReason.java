package com.quanticity.ibkr.gateway.contract;

/** Why the account may not trade a contract. */
public record IneligibilityReason(String id, String description) {}
