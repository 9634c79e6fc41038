package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.calendar.TradingHours;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.Exchanges;
import java.time.Duration;

/** What follows from the security type of a contract. */
final class Instruments {

    private Instruments() {}

    static String securityType(ListedContract contract) {
        return contract.secType();
    }

    static TradingHours hours(ListedContract contract) {
        return TradingHours.ofSecurityType(securityType(contract));
    }

    /** How often level 1 is told. Source: tws-wire behaviour.md, section 4. */
    static Duration cadence(ListedContract contract) {
        return switch (securityType(contract)) {
            case "OPT", "FOP" -> Duration.ofMillis(100);
            case "CASH" -> Duration.ofMillis(5);
            default -> Duration.ofMillis(250);
        };
    }

    /** Whether SMART routing joins several exchanges. */
    static boolean isSmart(ListedContract contract) {
        return switch (securityType(contract)) {
            case "STK", "OPT" -> true;
            default -> false;
        };
    }

    /** The broker's name of the exchange of a letter, or the listing exchange when the source does not say. */
    static String exchangeName(String letter, ListedContract contract) {
        return Exchanges.name(letter, contract.listingExchange());
    }

    static boolean countsVolumeInLots(ListedContract contract) {
        return securityType(contract).equals("STK");
    }
}
