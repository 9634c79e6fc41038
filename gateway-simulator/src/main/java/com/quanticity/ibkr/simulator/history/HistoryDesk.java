package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ContractQuery;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.history.Reading.Accepted;
import com.quanticity.ibkr.simulator.history.Reading.Refused;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.Entitlements.Right;
import com.quanticity.ibkr.simulator.market.EntitlementsInForce;
import com.quanticity.ibkr.simulator.past.InstrumentHistory;
import com.quanticity.ibkr.simulator.past.MarketHistory;
import com.quanticity.ibkr.simulator.past.Step;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request.CancelHeadTimestamp;
import com.quanticity.ibkr.simulator.wire.Request.CancelHistogram;
import com.quanticity.ibkr.simulator.wire.Request.CancelHistoricalBars;
import com.quanticity.ibkr.simulator.wire.Request.HeadTimestamp;
import com.quanticity.ibkr.simulator.wire.Request.Histogram;
import com.quanticity.ibkr.simulator.wire.Request.HistoricalBars;
import com.quanticity.ibkr.simulator.wire.Request.HistoricalTicks;
import com.quanticity.ibkr.simulator.wire.Request.HistoryRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The historical data service. Event loop only. */
public final class HistoryDesk implements Desk<HistoryRequest> {

    private static final String NO_ZONE =
            "Warning: You submitted request with date-time attributes without explicit time"
                    + " zone. Please switch to use yyyymmdd-hh:mm:ss in UTC or use instrument timezone, like US/Eastern."
                    + " Implied time zone functionality will be removed in the next API release";

    private static final int SESSIONS_AT_A_TIME = 10;
    private static final int SERVICE_MESSAGE = 162;
    private static final int TICKS_FAILED = 10187;

    private final EventLoop loop;
    private final ContractMaster contracts;
    private final MarketHistory market;
    private final Supplier<HistoryLimits> limits;
    private final EntitlementsInForce entitlements;
    private final BooleanSupplier isBroken;
    private final ZoneId loginZone;
    private final BarQueryReader reader;
    private final HistoryPacing pacing;
    private final OpenQueries open;
    private final KeptBars kept;

    /**
     * A desk.
     *
     * @param limits as they are now
     * @param isBroken whether the historical data farm is, so that every query fails
     * @param loginZone in which times without a zone are read
     */
    public HistoryDesk(
            EventLoop loop,
            ContractMaster contracts,
            MarketHistory market,
            Supplier<HistoryLimits> limits,
            EntitlementsInForce entitlements,
            BooleanSupplier isBroken,
            ZoneId loginZone) {
        this.loop = loop;
        this.contracts = contracts;
        this.market = market;
        this.limits = limits;
        this.entitlements = entitlements;
        this.isBroken = isBroken;
        this.pacing = new HistoryPacing(limits);
        this.loginZone = loginZone;
        this.reader = new BarQueryReader(loginZone);
        this.open = new OpenQueries(loop, () -> limits.get().answerTime());
        this.kept = new KeptBars(loop, market, () -> limits.get().updateInterval(), isBroken);
    }

    @Override
    public void serve(Client client, HistoryRequest request) {
        switch (request) {
            case HistoricalBars wanted -> bars(client, wanted);
            case HistoricalTicks wanted -> ticks(client, wanted);
            case HeadTimestamp wanted -> head(client, wanted);
            case Histogram wanted -> histogram(client, wanted);
            case CancelHistoricalBars cancel -> cancelBars(client, cancel.requestId());
            case CancelHeadTimestamp cancel -> open.cancel(client, cancel.requestId());
            case CancelHistogram cancel -> open.cancel(client, cancel.requestId());
        }
    }

    @Override
    public void onClosed(Client client) {
        open.cancelAll(client);
        kept.cancelAll(client);
    }

    private void bars(Client client, HistoricalBars request) {
        int id = request.requestId();
        InstrumentHistory history = admit(client, id, request.contract());
        if (history == null) {
            return;
        }
        BarQuery query = accept(client, id, reader.read(request, history, market.now()));
        if (query == null || !isPaced(client, request, query)) {
            return;
        }
        if (query.keepUpToDate()) {
            market.watch();
        }
        open.answerLater(
                client,
                id,
                () -> afterFiles(client, id, history, query::fetch, () -> prepare(client, id, query, Long.MIN_VALUE)));
    }

    /** The loop does not read files: a recorded past is fetched first. */
    private void afterFiles(
            Client client, int id, InstrumentHistory history, Supplier<Boolean> fetch, Runnable answer) {
        if (history.past().readsFiles()) {
            open.answerAfter(client, id, fetch, answer);
        } else {
            answer.run();
        }
    }

    private boolean isPaced(Client client, HistoricalBars request, BarQuery query) {
        if (!limits.get().pacing() || !query.size().isSmall()) {
            return true;
        }
        String subject =
                query.instrument().contract().conId() + "|" + request.contract().exchange() + "|" + query.kind();
        String all = subject + "|" + request.endTime() + "|" + request.barSize() + "|" + request.duration() + "|"
                + request.regularHours() + "|" + request.formatDate() + "|" + request.keepUpToDate();
        if (pacing.tryTake(all, subject, query.kind().pacingWeight(), loop.now())) {
            return true;
        }
        refuse(client, request.requestId(), Refused.byService("Historical data request pacing violation"));
        return false;
    }

    /** Days are made a few at a time: the loop has more to do. */
    private void prepare(Client client, int id, BarQuery query, long done) {
        long next = query.size().step() == Step.DAY && query.kind() != WhatToShow.SCHEDULE
                ? query.history()
                        .past()
                        .warm(Math.max(done, query.from()), query.endSecond(), query.regularHours(), SESSIONS_AT_A_TIME)
                : Long.MAX_VALUE;
        if (next == Long.MAX_VALUE) {
            answerBars(client, id, query);
        } else {
            open.goOn(client, id, () -> prepare(client, id, query, next));
        }
    }

    private void answerBars(Client client, int id, BarQuery asked) {
        BarQuery query = asked.keepUpToDate() ? asked.endingAt(market.now()) : asked;
        if (query.kind() == WhatToShow.SCHEDULE) {
            client.send(Schedules.answer(id, query));
            return;
        }
        List<DatedBar> bars =
                query.kind().isKnownOf(query.instrument()) ? BarAssembler.assemble(query, query.from()) : List.of();
        if (bars.isEmpty() && !query.keepUpToDate()) {
            refuse(
                    client,
                    id,
                    noData(query.instrument().contract(), query.kind().title()));
            return;
        }
        BarEvents.answer(client, id, query, bars);
        if (query.keepUpToDate()) {
            kept.keep(client, id, query, bars);
        }
    }

    private static Refused<?> noData(ListedContract contract, String kind) {
        return Refused.byService("HMDS query returned no data: " + contract.symbol() + "@SMART " + kind);
    }

    private void cancelBars(Client client, int id) {
        if (open.cancel(client, id) | kept.cancel(client, id)) {
            refuse(client, id, Refused.byService("API historical data query cancelled: " + id));
        } else {
            client.sendMessage(id, 366, "No historical data query found for ticker id:" + id);
        }
    }

    private void ticks(Client client, HistoricalTicks request) {
        int id = request.requestId();
        InstrumentHistory history = admit(client, id, request.contract(), TICKS_FAILED);
        if (history == null) {
            return;
        }
        TickQuery query = accept(client, id, TickQuery.read(request, history, market.now(), loginZone));
        if (query != null) {
            open.answerLater(
                    client,
                    id,
                    () -> afterFiles(
                            client, id, history, query::fetch, () -> client.send(TickEvents.answer(id, query))));
        }
    }

    private void head(Client client, HeadTimestamp request) {
        int id = request.requestId();
        Optional<WhatToShow> kind = WhatToShow.parse(request.whatToShow());
        if (kind.isEmpty()) {
            refuse(client, id, Refused.invalid("What to show field is missing or incorrect. "));
            return;
        }
        InstrumentHistory history = admit(client, id, request.contract());
        if (history == null) {
            return;
        }
        if (!kind.get().isKnownOf(history.instrument())) {
            refuse(
                    client,
                    id,
                    noData(history.instrument().contract(), kind.get().title()));
            return;
        }
        long first = history.past().head();
        String text = request.formatDate() == 2 ? Long.toString(first) : HistoryTimes.utc(first);
        answer(client, id, Event.of("HEAD_TIMESTAMP").with("reqId", id).with("headTimestamp", text));
    }

    private void answer(Client client, int id, Event event) {
        open.answerLater(client, id, () -> client.send(event));
    }

    private void histogram(Client client, Histogram request) {
        int id = request.requestId();
        Optional<BarSpan> span = Histograms.parse(request.period());
        if (span.isEmpty()) {
            refuse(client, id, Refused.invalid("Time period is invalid. Use a number and days, weeks or months. "));
            return;
        }
        InstrumentHistory history = admit(client, id, request.contract());
        if (history != null) {
            open.answerLater(
                    client,
                    id,
                    () -> client.send(
                            Histograms.answer(id, history, span.get(), request.regularHours(), market.now())));
        }
    }

    /** The history of the one contract a request names; null when the client has been told why not. */
    private @Nullable InstrumentHistory admit(Client client, int id, ContractQuery query) {
        return admit(client, id, query, SERVICE_MESSAGE);
    }

    private @Nullable InstrumentHistory admit(Client client, int id, ContractQuery query, int refusedCode) {
        if (open.has(client, id) || kept.has(client, id)) {
            client.sendMessage(id, 386, "Duplicate ticker ID for API historical data query");
            return null;
        }
        if (open.count(client) + kept.count(client) >= limits.get().openQueries()) {
            refuse(
                    client,
                    id,
                    Refused.byService("Only " + limits.get().openQueries()
                            + " simultaneous API historical data requests allowed."));
            return null;
        }
        if (query.conId() == 0 && query.secType().isEmpty()) {
            refuse(client, id, Refused.invalid("Please enter a valid security type. "));
            return null;
        }
        Optional<ListedContract> contract = contracts.findOne(query);
        if (contract.isEmpty()) {
            refuseUnknown(client, id, query);
            return null;
        }
        return mayBeSeen(client, id, contract.get(), refusedCode) ? market.of(contract.get()) : null;
    }

    private void refuseUnknown(Client client, int id, ContractQuery query) {
        if (contracts.findOne(query.withExpired()).isPresent()) {
            client.sendMessage(id, 166, "HMDS Expired Contract Violation: set includeExpired to query it");
        } else {
            client.sendMessage(id, 200, "No security definition has been found for the request");
        }
    }

    private boolean mayBeSeen(Client client, int id, ListedContract contract, int refusedCode) {
        if (isBroken.getAsBoolean()) {
            refuse(client, id, Refused.byService("HMDS server disconnect occurred.  Attempting reconnection..."));
            return false;
        }
        Right right = entitlements.now().rightOn(contract, Entitlements.Feed.HISTORY);
        if (right != Right.NOTHING && right != Right.UNSUPPORTED) {
            return true;
        }
        String reason = "No market data permissions for " + contract.listingExchange() + " " + contract.secType();
        refuse(
                client,
                id,
                refusedCode == TICKS_FAILED
                        ? new Refused<>(TICKS_FAILED, "Failed to request historical ticks:" + reason)
                        : Refused.byService(reason));
        return false;
    }

    private static <Q> @Nullable Q accept(Client client, int id, Reading<Q> reading) {
        switch (reading) {
            case Accepted<Q>(Q query, boolean lacksZone) -> {
                if (lacksZone) {
                    client.sendMessage(id, 2174, NO_ZONE);
                }
                return query;
            }
            case Refused<Q> refused -> {
                refuse(client, id, refused);
                return null;
            }
        }
    }

    private static void refuse(Client client, int id, Refused<?> refused) {
        client.sendMessage(id, refused.code(), refused.text());
    }
}
