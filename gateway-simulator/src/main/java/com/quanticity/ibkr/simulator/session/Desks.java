package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.stream.Stream;

/** The desk of each group of requests. Event loop only. */
record Desks(
        Desk<Request.SessionRequest> session,
        Desk<Request.MarketDataRequest> marketData,
        Desk<Request.DepthRequest> depth,
        Desk<Request.HistoryRequest> history,
        Desk<Request.OptionRequest> options,
        Desk<Request.ReferenceRequest> reference,
        Desk<Request.LoginRequest> login,
        Desk<Request.NewsRequest> news,
        Desk<Request.CalendarRequest> calendar,
        Desk<Request.ScannerRequest> scanner,
        Desk<Request.DisplayGroupRequest> displayGroups,
        Desk<Request.AccountRequest> accounts,
        Desk<Request.OrderRequest> orders) {

    void serve(Client client, Request request) {
        switch (request) {
            case Request.SessionRequest wanted -> session.serve(client, wanted);
            case Request.MarketDataRequest wanted -> marketData.serve(client, wanted);
            case Request.DepthRequest wanted -> depth.serve(client, wanted);
            case Request.HistoryRequest wanted -> history.serve(client, wanted);
            case Request.OptionRequest wanted -> options.serve(client, wanted);
            case Request.ReferenceRequest wanted -> reference.serve(client, wanted);
            case Request.LoginRequest wanted -> login.serve(client, wanted);
            case Request.NewsRequest wanted -> news.serve(client, wanted);
            case Request.CalendarRequest wanted -> calendar.serve(client, wanted);
            case Request.ScannerRequest wanted -> scanner.serve(client, wanted);
            case Request.DisplayGroupRequest wanted -> displayGroups.serve(client, wanted);
            case Request.AccountRequest wanted -> accounts.serve(client, wanted);
            case Request.OrderRequest wanted -> orders.serve(client, wanted);
        }
    }

    void onClosed(Client client) {
        Stream.of(
                        session,
                        marketData,
                        depth,
                        history,
                        options,
                        reference,
                        login,
                        news,
                        calendar,
                        scanner,
                        displayGroups,
                        accounts,
                        orders)
                .forEach(desk -> desk.onClosed(client));
    }
}
