package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ContractQuery;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import com.quanticity.ibkr.simulator.wire.Request;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers what contracts there are. */
final class ReferenceDesk implements Desk<Request.ReferenceRequest> {

    private static final String EXCHANGES =
            "SMART,AMEX,NYSE,CBOE,ISE,CHX,ARCA,NASDAQ,DRCTEDGE,BEX,BATS,EDGEA,BYX,IEX,PSX";

    private final ContractMaster contracts;
    private final InstantSource time;

    ReferenceDesk(ContractMaster contracts, InstantSource time) {
        this.contracts = contracts;
        this.time = time;
    }

    /** The one contract a request names; otherwise tells the client why there is none. */
    static Optional<ListedContract> resolve(
            Client client, int requestId, ContractMaster contracts, ContractQuery query) {
        if (query.conId() == 0 && query.secType().isEmpty()) {
            client.sendMessage(
                    requestId, 321, "Error validating request.-'bN' : cause - Please enter a valid security type");
            return Optional.empty();
        }
        Optional<ListedContract> contract = contracts.findOne(query);
        if (contract.isEmpty()) {
            client.sendMessage(requestId, 200, "No security definition has been found for the request");
        }
        return contract;
    }

    @Override
    public void serve(Client client, Request.ReferenceRequest request) {
        switch (request) {
            case Request.ContractData wanted -> contractData(client, wanted);
            case Request.MatchingSymbols _,
                    Request.OptionParameters _,
                    Request.MarketRule _,
                    Request.SmartComponents _,
                    Request.DepthExchanges _,
                    Request.FundamentalData _,
                    Request.CancelFundamentalData _ -> Desk.unserved().serve(client, request);
        }
    }

    private void contractData(Client client, Request.ContractData request) {
        List<ListedContract> found = contracts.find(request.contract());
        if (found.isEmpty()) {
            client.sendMessage(request.requestId(), 200, "No security definition has been found for the request");
            return;
        }
        found.forEach(contract -> client.send(details(request.requestId(), contract)));
        client.send(Event.of("CONTRACT_DATA_END").with("reqId", request.requestId()));
    }

    private Event details(int requestId, ListedContract contract) {
        Event event = Event.of("CONTRACT_DATA")
                .with("reqId", requestId)
                .with("contract.symbol", contract.symbol())
                .with("contract.secType", "STK")
                .with("contract.exchange", "SMART")
                .with("contract.currency", "USD")
                .with("contract.localSymbol", contract.symbol())
                .with("marketName", contract.marketName())
                .with("contract.tradingClass", contract.tradingClass())
                .with("contract.conId", contract.conId())
                .with("minTick", contract.minTick())
                .with("orderTypes", "DAY,GTC,IOC,LMT,MKT")
                .with("validExchanges", EXCHANGES)
                .with("priceMagnifier", 1)
                .with("longName", contract.longName())
                .with("contract.primaryExchange", contract.listingExchange())
                .with("industry", contract.profile().industry())
                .with("category", contract.profile().category())
                .with("subcategory", contract.profile().subcategory())
                .with("timeZoneId", WireTime.ZONE_NAME)
                .with("tradingHours", hours("0400", "2000"))
                .with("liquidHours", hours("0930", "1600"))
                .with("evMultiplier", "")
                .with("aggGroup", 1)
                .with("marketRuleIds", EXCHANGES.replaceAll("[^,]+", "26"))
                .with("stockType", contract.stockType())
                .with("minSize", "0.0001")
                .with("sizeIncrement", "0.0001")
                .with("suggestedSizeIncrement", "100");
        if (!contract.isin().isEmpty()) {
            Fields isin = new Fields().put("tag", "ISIN").put("value", contract.isin());
            event.fields().putGroup("secIdList", List.of(isin));
        }
        return event;
    }

    /** Six days from today; weekends are closed, holidays are not known here. */
    private String hours(String opens, String closes) {
        LocalDate today = time.instant().atZone(WireTime.ZONE).toLocalDate();
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(6)
                .map(day -> hours(day, opens, closes))
                .collect(Collectors.joining(";"));
    }

    private static String hours(LocalDate date, String opens, String closes) {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(date);
        boolean isWeekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return isWeekend ? day + ":CLOSED" : day + ":" + opens + "-" + day + ":" + closes;
    }
}
