package com.quanticity.ibkr.gateway.contract;

/**
 * What only a fund has. Amounts and fees are the broker's texts.
 *
 * @param fundDistributionPolicyIndicator {@code N} accumulation, {@code Y} income, empty unknown
 * @param fundAssetType {@code 000} others, {@code 001} money market, {@code 002} fixed income, {@code 003} multi-asset,
 *     {@code 004} equity, {@code 005} sector, {@code 006} guaranteed, {@code 007} alternative; other codes are kept as they are
 */
public record FundDetails(
        String fundName,
        String fundFamily,
        String fundType,
        String fundFrontLoad,
        String fundBackLoad,
        String fundBackLoadTimeInterval,
        String fundManagementFee,
        boolean fundClosed,
        boolean fundClosedForNewInvestors,
        boolean fundClosedForNewMoney,
        String fundNotifyAmount,
        String fundMinimumInitialPurchase,
        String fundSubsequentMinimumPurchase,
        String fundBlueSkyStates,
        String fundBlueSkyTerritories,
        String fundDistributionPolicyIndicator,
        String fundAssetType) {}
