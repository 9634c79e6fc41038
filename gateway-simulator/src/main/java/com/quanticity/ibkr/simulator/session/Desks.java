package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.account.desk.AccountDesk;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.history.HistoryDesk;
import com.quanticity.ibkr.simulator.market.EntitlementsInForce;
import com.quanticity.ibkr.simulator.marketdata.DepthDesk;
import com.quanticity.ibkr.simulator.marketdata.MarketDataDesk;
import com.quanticity.ibkr.simulator.option.DeltaNeutrals;
import com.quanticity.ibkr.simulator.option.OptionDesk;
import com.quanticity.ibkr.simulator.orders.OrderRequests;
import com.quanticity.ibkr.simulator.pricing.OptionModel;
import com.quanticity.ibkr.simulator.reference.CalendarDesk;
import com.quanticity.ibkr.simulator.reference.DisplayGroupDesk;
import com.quanticity.ibkr.simulator.reference.LoginDesk;
import com.quanticity.ibkr.simulator.reference.NewsDesk;
import com.quanticity.ibkr.simulator.reference.ReferenceDesk;
import com.quanticity.ibkr.simulator.reference.ScannerDesk;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.stream.Stream;

/** The desk of each group of requests. Event loop only. */
record Desks(
        Desk<Request.SessionRequest> session,
        MarketDataDesk marketData,
        DepthDesk depth,
        Desk<Request.HistoryRequest> history,
        Desk<Request.OptionRequest> options,
        DeltaNeutrals deltaNeutrals,
        Desk<Request.ReferenceRequest> reference,
        Desk<Request.LoginRequest> login,
        NewsDesk news,
        Desk<Request.CalendarRequest> calendar,
        Desk<Request.ScannerRequest> scanner,
        Desk<Request.DisplayGroupRequest> displayGroups,
        AccountDesk accounts,
        Desk<Request.OrderRequest> orders) {

    static Desks of(
            GatewayParts parts,
            SessionDesk session,
            OrderRequests orders,
            EntitlementsInForce entitlements,
            Faults faults) {
        EventLoop loop = parts.loop();
        MarketDataDesk marketData = marketData(parts, entitlements, faults);
        return new Desks(
                session,
                marketData,
                depth(parts, entitlements, faults),
                history(parts, entitlements, faults),
                new OptionDesk(parts.contracts(), OptionModel.usual(), loop::now),
                new DeltaNeutrals(parts.contracts(), parts.market(), OptionModel.usual(), loop::now),
                new ReferenceDesk(parts.contracts(), loop, marketData::wasTold),
                new LoginDesk(parts.accounts()),
                new NewsDesk(parts.contracts(), loop::now),
                new CalendarDesk(parts.contracts(), loop::now),
                new ScannerDesk(parts.market(), loop),
                new DisplayGroupDesk(),
                accounts(parts),
                orders);
    }

    private static MarketDataDesk marketData(GatewayParts parts, EntitlementsInForce entitlements, Faults faults) {
        LimitsInForce limits = parts.limits();
        return new MarketDataDesk(
                parts.loop(),
                parts.contracts(),
                parts.market(),
                parts.playback(),
                parts.marketData(),
                entitlements,
                () -> limits.now().data(),
                faults);
    }

    private static DepthDesk depth(GatewayParts parts, EntitlementsInForce entitlements, Faults faults) {
        return new DepthDesk(
                parts.loop(),
                parts.contracts(),
                parts.market(),
                parts.playback(),
                entitlements,
                () -> parts.limits().now().data(),
                faults);
    }

    private static HistoryDesk history(GatewayParts parts, EntitlementsInForce entitlements, Faults faults) {
        return new HistoryDesk(
                parts.loop(),
                parts.contracts(),
                parts.history(),
                () -> parts.limits().now().history(),
                entitlements,
                faults::isHistoryBroken,
                parts.session().loginZone().zone());
    }

    private static AccountDesk accounts(GatewayParts parts) {
        LimitsInForce limits = parts.limits();
        return new AccountDesk(
                parts.loop(),
                parts.accounts(),
                parts.valuation(),
                () -> limits.now().accountSummaries(),
                () -> limits.now().summaryInterval(),
                parts.session().loginZone().zone(),
                parts.clearing()::exercise);
    }

    void serve(Client client, Request request) {
        switch (request) {
            case Request.SessionRequest wanted -> session.serve(client, wanted);
            case Request.MarketDataRequest wanted -> {
                marketData.serve(client, wanted);
                if (wanted instanceof Request.MarketData data) {
                    deltaNeutrals.confirm(client, data);
                }
            }
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
