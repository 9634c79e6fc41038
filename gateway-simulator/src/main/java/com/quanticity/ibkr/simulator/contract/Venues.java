package com.quanticity.ibkr.simulator.contract;

import java.util.List;

/** Where each kind of contract can be sent. Source: contract details as gateways sent them in 2024 and 2025. */
final class Venues {

    private static final String STOCKS = "SMART,AMEX,NYSE,CBOE,PHLX,ISE,CHX,ARCA,NASDAQ,DRCTEDGE,BEX,BATS,EDGEA,BYX,"
            + "IEX,EDGX,FOXRIVER,PEARL,NYSENAT,LTSE,MEMX,IBEOS,OVERNIGHT,TPLUS0,PSX";

    private static final String OPTIONS = "SMART,AMEX,CBOE,PHLX,PSE,ISE,BOX,BATS,NASDAQOM,CBOE2,NASDAQBX,MIAX,GEMINI,"
            + "EDGX,MERCURY,PEARL,EMERALD,MEMX,IBUSOPT";

    private Venues() {}

    static String of(ListedContract contract) {
        return switch (contract.secType()) {
            case "STK" -> contract.currency().equals("USD") ? STOCKS : "SMART," + contract.listingExchange();
            case "OPT" -> contract.tradingClass().startsWith("SPX") ? "SMART,CBOE,IBUSOPT" : OPTIONS;
            case "BAG", "BOND", "CFD" -> "SMART";
            default -> contract.exchange();
        };
    }

    /** Whether an exchange is in the list; {@code ISLAND} is the old name of {@code NASDAQ}. */
    static boolean isOneOf(String wanted, String exchanges) {
        String name = wanted.equals("ISLAND") ? "NASDAQ" : wanted;
        return List.of(exchanges.split(",")).contains(name);
    }
}
