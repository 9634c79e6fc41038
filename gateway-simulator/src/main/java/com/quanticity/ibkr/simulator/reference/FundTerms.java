package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.wire.Event;

/** What a fund charges and accepts; all made up. Clients below version 179 are not told. */
final class FundTerms {

    private FundTerms() {}

    static void put(Event event, ListedContract fund) {
        event.with("fundName", fund.longName())
                .with("fundFamily", "Simulated Funds")
                .with("fundType", "Equity")
                .with("fundFrontLoad", "0")
                .with("fundBackLoad", "0")
                .with("fundBackLoadTimeInterval", "")
                .with("fundManagementFee", "0.04")
                .with("fundClosed", false)
                .with("fundClosedForNewInvestors", false)
                .with("fundClosedForNewMoney", false)
                .with("fundNotifyAmount", "1000000")
                .with("fundMinimumInitialPurchase", "3000")
                .with("fundSubsequentMinimumPurchase", "1")
                .with("fundBlueSkyStates", "All")
                .with("fundBlueSkyTerritories", "PR")
                .with("fundDistributionPolicyIndicator", "Y")
                .with("fundAssetType", "004");
    }
}
