package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.calendar.TradingHours;
import com.quanticity.ibkr.simulator.contract.BondTerms;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.Derivation;
import com.quanticity.ibkr.simulator.contract.FutureMonth;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes everything there is to say about one contract. */
final class ContractDetails {

    private static final String ORDER_TYPES =
            "ACTIVETIM,AD,ADJUST,ALERT,ALGO,ALLOC,AON,AVGCOST,BASKET,COND,CONDORDER,DAY,DEACT,DIS,GAT,GTC,GTD,GTT,HID,"
                    + "ICE,IOC,LIT,LMT,LOC,MIDPX,MIT,MKT,MOC,MTL,OCA,OPG,PEGBENCH,PEGMID,REL,SCALE,SNAPMID,SNAPMKT,"
                    + "SNAPREL,STP,STPLMT,SWEEP,TRAIL,TRAILLIT,TRAILLMT,TRAILMIT,WHATIF";

    private static final int DAYS = 6;

    private final TradingCalendar calendar = TradingCalendar.real();
    private final ContractMaster contracts;
    private final InstantSource time;

    ContractDetails(ContractMaster contracts, InstantSource time) {
        this.contracts = contracts;
        this.time = time;
    }

    Event of(int requestId, ListedContract contract) {
        return contract.secType().equals("BOND") ? bond(requestId, contract) : other(requestId, contract);
    }

    private Event other(int requestId, ListedContract contract) {
        Event event = Event.of("CONTRACT_DATA")
                .with("reqId", requestId)
                .with("contract.symbol", contract.symbol())
                .with("contract.secType", contract.secType())
                .with("contract.right", "")
                .with("contract.exchange", contract.exchange())
                .with("contract.currency", contract.currency())
                .with("contract.localSymbol", contract.localSymbol())
                .with("marketName", contract.marketName())
                .with("contract.tradingClass", contract.tradingClass())
                .with("contract.conId", contract.conId())
                .with("priceMagnifier", 1)
                .with("contract.primaryExchange", contract.listingExchange())
                .with("industry", contract.profile().industry())
                .with("category", contract.profile().category())
                .with("subcategory", contract.profile().subcategory())
                .with("stockType", contract.stockType());
        common(event, contract);
        derivation(event, contract);
        contracts
                .underlyingOfCfd(contract)
                .ifPresent(underlying -> event.with("underConId", underlying.conId())
                        .with("underSymbol", underlying.symbol())
                        .with("underSecType", underlying.secType()));
        if (contract.secType().equals("FUND")) {
            FundTerms.put(event, contract);
        }
        event.withGroup("ineligibilityReasons", ineligibility(contract));
        return event;
    }

    private void common(Event event, ListedContract contract) {
        ZoneId zone = zoneOf(contract);
        TradingHours hours = TradingHours.ofSecurityType(contract.secType());
        LocalDate today = TradingCalendar.dateOf(time.instant());
        String exchanges = contract.validExchanges();
        event.with("minTick", contract.minTick())
                .with("orderTypes", contract.secType().equals("IND") ? "" : ORDER_TYPES)
                .with("validExchanges", exchanges)
                .with("longName", contract.longName())
                .with("timeZoneId", zone.getId())
                .with("tradingHours", calendar.text(hours, today, DAYS, false, zone))
                .with("liquidHours", calendar.text(hours, today, DAYS, true, zone))
                .with("evMultiplier", "")
                .with("aggGroup", aggregationGroup(contract))
                .with("marketRuleIds", exchanges.replaceAll("[^,]+", Integer.toString(contract.marketRuleId())));
        sizes(event, contract.secType());
        if (!contract.isin().isEmpty()) {
            event.withGroup("secIdList", List.of(new Fields().put("tag", "ISIN").put("value", contract.isin())));
        }
    }

    private static ZoneId zoneOf(ListedContract contract) {
        return ZoneId.of(
                switch (contract.exchange()) {
                    case "CME" -> "US/Central";
                    default ->
                        switch (contract.listingExchange()) {
                            case "IBIS" -> "Europe/Berlin";
                            case "LSE" -> "Europe/London";
                            default -> "US/Eastern";
                        };
                });
    }

    private static int aggregationGroup(ListedContract contract) {
        return switch (contract.secType()) {
            case "OPT" -> 2;
            case "CASH" -> 4;
            case "FUT", "FOP" -> Integer.MAX_VALUE;
            case "BOND" -> 9;
            default -> 1;
        };
    }

    private static void sizes(Event event, String secType) {
        List<String> sizes = switch (secType) {
            case "STK" -> List.of("0.0001", "0.0001", "100");
            case "CASH" -> List.of("0.01", "0.01", "1000");
            case "CRYPTO" -> List.of("0.00000001", "0.00000001", "0.00000001");
            case "FUND" -> List.of("0.001", "0.001", "1");
            case "BOND" -> List.of("1000", "1000", "1000");
            default -> List.of("1", "1", "1");
        };
        event.with("minSize", sizes.get(0))
                .with("sizeIncrement", sizes.get(1))
                .with("suggestedSizeIncrement", sizes.get(2));
    }

    private static void derivation(Event event, ListedContract contract) {
        @Nullable Derivation terms = contract.derivation();
        if (terms == null) {
            return;
        }
        boolean isOption = contract.isOption();
        String zone = contract.exchange().equals("CME") ? "US/Central" : "US/Eastern";
        BigDecimal strike = terms.strike() == null ? BigDecimal.ZERO : terms.strike();
        event.with("lastTradeDateRaw", terms.expiryText() + (isOption ? " 16:00:00 " : " 08:30:00 ") + zone)
                .with("contract.lastTradeDate", terms.expiryText())
                .with("contract.strike", strike)
                .with("contract.right", terms.right())
                .with("contract.multiplier", terms.multiplier().toPlainString())
                .with("underConId", terms.underlyingId())
                .with("underSymbol", terms.underlyingSymbol())
                .with("underSecType", terms.underlyingType())
                .with("contractMonth", FutureMonth.textOf(contract))
                .with("realExpirationDate", terms.expiryText());
    }

    private Event bond(int requestId, ListedContract contract) {
        BondTerms terms = BondTerms.of(contract);
        Event event = Event.of("BOND_CONTRACT_DATA")
                .with("reqId", requestId)
                .with("contract.symbol", contract.symbol())
                .with("contract.secType", "BOND")
                .with("contract.exchange", contract.exchange())
                .with("contract.currency", contract.currency())
                .with("marketName", contract.marketName())
                .with("contract.tradingClass", contract.tradingClass())
                .with("contract.conId", contract.conId());
        common(event, contract);
        return event.with("cusip", terms.cusip())
                .with("coupon", terms.coupon())
                .with("lastTradeDateRaw", terms.maturity() + " 16:00:00 US/Eastern")
                .with("issueDate", terms.issued())
                .with("ratings", terms.ratings())
                .with("bondType", terms.type())
                .with("couponType", "FIXED")
                .with("descAppend", terms.description())
                .withGroup("secIdList", List.of(new Fields().put("tag", "CUSIP").put("value", terms.cusip())));
    }

    /** Funds and bonds are shown and cannot be traded by a made-up account without permission. */
    private static List<Fields> ineligibility(ListedContract contract) {
        return contract.secType().equals("FUND")
                ? List.of(new Fields()
                        .put("id", "PERMISSION")
                        .put("description", "No trading permission for mutual funds"))
                : List.of();
    }
}
