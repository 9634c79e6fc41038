package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.depth.rotation.BarrierResult;
import com.quanticity.ibkr.adapter.depth.rotation.RotationEvent;
import com.quanticity.ibkr.adapter.depth.rotation.RotationPort;
import com.quanticity.ibkr.adapter.entitlement.DataKind;
import com.quanticity.ibkr.adapter.entitlement.DataTarget;
import com.quanticity.ibkr.adapter.entitlement.EntitlementSink;
import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.request.DepthRequest.CancelMktDepth;
import com.quanticity.ibkr.gateway.request.DepthRequest.ReqMktDepth;
import com.quanticity.ibkr.gateway.request.DepthRequest.ReqMktDepthExchanges;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.contract.Contract;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rotation's way to the gateway. The question after a cancel is the one for the exchanges with depth: it goes in the same lane as
 * the cancel, so that it cannot overtake it. Guarded by the desk's lock, apart from the answers, which are queued for it.
 */
final class DepthRequests implements RotationPort {

    private static final Logger LOG = LoggerFactory.getLogger(DepthRequests.class);

    private final GatewaySession session;
    private final ContractDirectory contracts;
    private final DepthFeed feed;
    private final DepthEvents events;
    private final DepthMeters meters;
    private final EntitlementSink entitlements;
    private final DepthProperties settings;
    private final Queue<Result> results = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<CancelMktDepth> waitingCancels = new ArrayDeque<>();
    private final Set<Integer> orphans = new HashSet<>();
    private long connection;

    /** What became of a question after a cancel. */
    record Result(int number, BarrierResult result) {}

    DepthRequests(
            GatewaySession session,
            ContractDirectory contracts,
            DepthFeed feed,
            DepthEvents events,
            DepthMeters meters,
            EntitlementSink entitlements,
            DepthProperties settings) {
        this.session = session;
        this.contracts = contracts;
        this.feed = feed;
        this.events = events;
        this.meters = meters;
        this.entitlements = entitlements;
        this.settings = settings;
    }

    EntitlementSink entitlements() {
        return entitlements;
    }

    DataTarget target(DepthLine line) {
        return DataTarget.of(
                line.contract, DataKind.DEPTH, line.request.contract().exchange());
    }

    /** What follows is asked for on this connection. */
    void onConnection(long number) {
        connection = number;
    }

    /** The gateway knows nothing of ours any more. */
    void forget() {
        waitingCancels.clear();
        orphans.clear();
    }

    /** Answers that came since the last call. */
    List<Result> results() {
        List<Result> taken = new ArrayList<>();
        for (Result next = results.poll(); next != null; next = results.poll()) {
            taken.add(next);
        }
        return taken;
    }

    @Override
    public Asked subscribe(String symbol, boolean permanent) {
        Contract contract = contracts.find(symbol).orElse(null);
        if (contract == null || !session.state().isUsable()) {
            return new Asked.NotSent(contract == null ? "contract not resolved" : "session is " + session.state());
        }
        int id = permanent ? GatewaySession.RESERVED_REQUEST_ID : session.nextRequestId();
        ReqMktDepth request = new ReqMktDepth(id, wire(contract), settings.rows(), settings.isSmart(), List.of());
        DepthLine line = feed.begin(contract, request, connection);
        return switch (session.send(request)) {
            case SendOutcome.Accepted accepted -> {
                meters.waited(accepted.expectedWait());
                entitlements.asked(target(line));
                yield new Asked.Sent(id, accepted.expectedWait());
            }
            case SendOutcome.Refused refused -> {
                feed.forget(id);
                yield new Asked.NotSent(refused.message());
            }
        };
    }

    private GatewayContract wire(Contract contract) {
        return ContractTranslator.INSTANCE.wire(new Contract(
                contract.id(),
                contract.symbol(),
                contract.securityType(),
                settings.exchange(),
                contract.primaryExchange(),
                contract.currency(),
                contract.localSymbol(),
                contract.tradingClass()));
    }

    @Override
    public void cancel(String symbol, int requestId) {
        waitingCancels.add(new CancelMktDepth(requestId, settings.isSmart()));
        sendWaitingCancels();
    }

    /** A cancel that found no room in its lane must not be forgotten: its slot would never come back. */
    void sendWaitingCancels() {
        while (!waitingCancels.isEmpty()
                && session.state().isUsable()
                && session.send(waitingCancels.getFirst()).isAccepted()) {
            waitingCancels.removeFirst();
        }
    }

    /** Rows of a request that nobody knows of, such as one that outlived the connection's loss here: cancelled once. */
    void cancelOrphan(DepthEvent.Row row) {
        if (orphans.add(row.reqId())) {
            boolean smart = row instanceof DepthEvent.UpdateMktDepthL2 named && named.isSmartDepth();
            LOG.warn("depth nobody asked for is cancelled requestId={}", row.reqId());
            waitingCancels.add(new CancelMktDepth(row.reqId(), smart));
            sendWaitingCancels();
        }
    }

    @Override
    public void askBarrier(int number) {
        if (!waitingCancels.isEmpty()) {
            results.add(new Result(number, BarrierResult.NOT_ASKED));
            return;
        }
        session.ask(new ReqMktDepthExchanges(), settings.barrierTimeout())
                .thenAccept(outcome -> results.add(new Result(number, result(outcome))));
    }

    private static BarrierResult result(RequestOutcome outcome) {
        return switch (outcome) {
            case RequestOutcome.Answered _, RequestOutcome.BrokerError _ -> BarrierResult.ANSWERED;
            case RequestOutcome.TimedOut _ -> BarrierResult.UNANSWERED;
            case RequestOutcome.ConnectionLost _, RequestOutcome.NotSent _ -> BarrierResult.NOT_ASKED;
        };
    }

    @Override
    public @Nullable Instant lastLateRowAt(int requestId) {
        return session.lastLateDataAt(requestId).orElse(null);
    }

    @Override
    public boolean isKnown(String symbol) {
        return contracts.find(symbol).isPresent();
    }

    @Override
    public boolean isResting(String symbol, Instant now) {
        return contracts
                .find(symbol)
                .map(contract -> contracts.isClosed(contract.id(), now))
                .orElse(false);
    }

    @Override
    public void tell(RotationEvent event) {
        events.on(event);
    }
}
