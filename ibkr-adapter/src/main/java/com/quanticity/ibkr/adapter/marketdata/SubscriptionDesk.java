package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.error.ErrorCatalogue;
import com.quanticity.ibkr.gateway.error.ErrorContext;
import com.quanticity.ibkr.gateway.error.ErrorMeaning;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.gateway.session.Synchronisation.Cause;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desired state of level 1 data: every resolved contract is subscribed whenever the session is READY. After a reconnect and after
 * 1101 all are asked for again; after 1102 the old requests go on. Makes the quotes of the ticks and numbers them.
 *
 * <p>All methods but {@link #subscriptions} are called on the session's consumer thread, {@link #synchronise} apart.
 */
public final class SubscriptionDesk implements SessionParticipant {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionDesk.class);

    private final GatewaySession session;
    private final QuoteSink publisher;
    private final Clock clock;
    private final Map<String, Subscription> wanted = new ConcurrentSkipListMap<>();
    private final Map<Integer, Subscription> byRequest = new HashMap<>();
    private final QuoteSequence sequence = new QuoteSequence();
    private final AtomicInteger losses = new AtomicInteger();
    private int lossesHandled;
    private long requestedOn;
    private boolean ready;

    SubscriptionDesk(GatewaySession session, QuoteSink publisher, Clock clock) {
        this.session = session;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Wants this contract's data from now on; at once when the session is READY. */
    public void want(Contract contract) {
        Subscription known = wanted.get(contract.symbol());
        if (known != null && known.contract().id().equals(contract.id())) {
            return;
        }
        Subscription subscription = new Subscription(contract, clock.instant());
        wanted.put(contract.symbol(), subscription);
        byRequest.values().removeIf(old -> old == known);
        if (ready) {
            request(subscription);
        }
    }

    /** Every wanted subscription, by symbol. Any thread. */
    List<SubscriptionView> subscriptions() {
        return wanted.values().stream().map(Subscription::view).toList();
    }

    @Override
    public void synchronise(Synchronisation synchronisation) {
        if (synchronisation.cause() != Cause.DATA_KEPT) {
            losses.incrementAndGet();
        }
    }

    @Override
    public void onStateChange(SessionEvent event) {
        boolean nowReady = event.state().isUsable();
        if (nowReady && !ready) {
            onReady(event.connection());
        } else if (!nowReady && ready) {
            wanted.values()
                    .forEach(subscription -> subscription.onSessionLost("session is " + event.state(), event.at()));
        }
        ready = nowReady;
        publisher.onSessionReady(nowReady);
    }

    @Override
    public void onEvents(EventBatch batch) {
        List<Quote> quotes = new ArrayList<>(batch.events().size());
        for (GatewayEvent event : batch.events()) {
            if (event instanceof TickEvent answer) {
                onAnswer(batch, answer, quotes);
            } else if (event instanceof ErrorMessage error) {
                onError(error);
            }
        }
        if (!quotes.isEmpty()) {
            publisher.publish(quotes);
        }
    }

    /** Requests go on only when nothing was lost since they were made, however often the session came and went meanwhile. */
    private void onReady(long connection) {
        int lossesSoFar = losses.get();
        if (connection != requestedOn || lossesSoFar != lossesHandled) {
            byRequest.clear();
        }
        requestedOn = connection;
        lossesHandled = lossesSoFar;
        for (Subscription subscription : wanted.values()) {
            if (byRequest.containsValue(subscription)) {
                subscription.onSessionBack(clock.instant());
            } else {
                request(subscription);
            }
        }
    }

    private void request(Subscription subscription) {
        int requestId = session.nextRequestId();
        Contract contract = subscription.contract();
        subscription.onRequested(clock.instant());
        publisher.forget(contract.symbol());
        SendOutcome outcome = session.send(ReqMktData.stream(requestId, ContractTranslator.INSTANCE.wire(contract)));
        switch (outcome) {
            case SendOutcome.Accepted _ -> byRequest.put(requestId, subscription);
            case SendOutcome.Refused refused -> refuse(subscription, refused.code(), refused.message());
        }
    }

    private void onAnswer(EventBatch batch, TickEvent answer, List<Quote> quotes) {
        Subscription subscription = byRequest.get(answer.reqId());
        if (subscription == null) {
            return;
        }
        Instant receivedAt = batch.receivedAt();
        if (isTick(answer)) {
            subscription.onTick(receivedAt);
        }
        if (subscription.book().apply(answer)) {
            subscription.onQuote();
            quotes.add(subscription.book().quote(batch.connection(), sequence.next(batch.connection()), receivedAt));
        }
    }

    private static boolean isTick(TickEvent answer) {
        return answer instanceof TickEvent.TickPrice
                || answer instanceof TickEvent.TickSize
                || answer instanceof TickEvent.TickString
                || answer instanceof TickEvent.TickGeneric;
    }

    private void onError(ErrorMessage error) {
        Subscription subscription = byRequest.get(error.id());
        if (subscription == null) {
            return;
        }
        ErrorMeaning meaning = ErrorCatalogue.meaning(error.errorCode(), ErrorContext.MARKET_DATA, error.errorMsg());
        if (meaning.endsRequest()) {
            byRequest.remove(error.id());
            refuse(subscription, error.errorCode(), error.errorMsg());
        } else {
            LOG.info(
                    "market data notice symbol={} code={} message={}",
                    subscription.contract().symbol(),
                    error.errorCode(),
                    error.errorMsg());
        }
    }

    private void refuse(Subscription subscription, int code, String message) {
        subscription.onRefused(code + " " + message, clock.instant());
        publisher.forget(subscription.contract().symbol());
        LOG.warn(
                "market data refused symbol={} code={} message={}; asked again after the next connect",
                subscription.contract().symbol(),
                code,
                message);
    }
}
