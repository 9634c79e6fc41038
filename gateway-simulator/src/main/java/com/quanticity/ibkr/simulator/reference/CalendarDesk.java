package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The corporate calendar: its event types, and one made-up earnings date for each contract. */
public final class CalendarDesk implements Desk<Request.CalendarRequest> {

    private static final String META = """
            {"meta_data":{"event_types":[{"tag":"wshe_ed","name":"Earnings Date"},\
            {"tag":"wshe_div","name":"Dividend"}],"filters":["watchlist","portfolio","competitors"]}}""";

    private final ContractMaster contracts;
    private final InstantSource time;
    private final Set<Client> withMeta = new HashSet<>();

    public CalendarDesk(ContractMaster contracts, InstantSource time) {
        this.contracts = contracts;
        this.time = time;
    }

    @Override
    public void serve(Client client, Request.CalendarRequest request) {
        switch (request) {
            case Request.CalendarMetaData wanted -> meta(client, wanted.requestId());
            case Request.CalendarEvents wanted -> events(client, wanted);
            case Request.CancelCalendarMetaData _, Request.CancelCalendarEvents _ -> {
                // every answer is sent at once
            }
        }
    }

    @Override
    public void onClosed(Client client) {
        withMeta.remove(client);
    }

    private void meta(Client client, int requestId) {
        withMeta.add(client);
        client.send(Event.of("WSH_META_DATA").with("reqId", requestId).with("json", META));
    }

    /** Events make sense only to those that know the types: who did not ask for them is refused. */
    private void events(Client client, Request.CalendarEvents request) {
        if (!withMeta.contains(client)) {
            refuse(client, request.requestId(), "Ask for the calendar's meta data first");
            return;
        }
        if (request.conId() != 0 && !request.filter().isEmpty()) {
            refuse(client, request.requestId(), "Give either a contract id or a filter, not both");
            return;
        }
        Optional<ListedContract> contract = contracts.ofId(request.conId());
        client.send(Event.of("WSH_EVENT_DATA")
                .with("reqId", request.requestId())
                .with("json", contract.map(this::earnings).orElse("[]")));
    }

    private String earnings(ListedContract contract) {
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        LocalDate date = earningsDate(contract, today);
        return "[{\"event_type\":\"wshe_ed\",\"conids\":[\"" + contract.conId() + "\"],\"data\":{\"earnings_date\":\""
                + date.toString().replace("-", "") + "\",\"status\":\"UNCONFIRMED\",\"ticker\":\"" + contract.symbol()
                + "\"}}]";
    }

    /** The next one from a day on. */
    static LocalDate earningsDate(ListedContract contract, LocalDate today) {
        return today.plusDays(7 + Math.floorMod(contract.conId(), 60));
    }

    private static void refuse(Client client, int requestId, String cause) {
        client.sendMessage(requestId, 321, "Error validating request.-'bN' : cause - " + cause);
    }
}
