package com.quanticity.ibkr.adapter.entitlement;

import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.gateway.event.DepthEvent.DepthExchange;
import com.quanticity.ibkr.gateway.event.DepthEvent.MktDepthExchanges;
import com.quanticity.ibkr.gateway.request.DepthRequest.ReqMktDepthExchanges;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The exchanges that offer depth, asked once for each connection; the last answer stays. */
final class DepthExchanges implements SessionParticipant {

    private static final Logger LOG = LoggerFactory.getLogger(DepthExchanges.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WITH_MARKET_MAKERS = "Deep2";

    private final GatewaySession session;
    private volatile List<Offer> offers = List.of();
    private long askedOn;

    /**
     * Depth that an exchange offers; offered is not yet entitled.
     *
     * @param exchange name as in requests
     * @param securityType broker's code of the kind of contract
     * @param listingExchange only for what is listed there, empty = all
     * @param withMarketMakers whether rows name their market maker; such exchanges make up SMART depth
     */
    record Offer(String exchange, String securityType, String listingExchange, boolean withMarketMakers) {

        static Offer of(DepthExchange exchange) {
            return new Offer(
                    exchange.exchange(),
                    exchange.secType(),
                    exchange.listingExch(),
                    exchange.serviceDataType().equals(WITH_MARKET_MAKERS));
        }
    }

    DepthExchanges(GatewaySession session) {
        this.session = session;
    }

    /** Empty before the first answer. */
    List<Offer> offers() {
        return offers;
    }

    @Override
    public void onStateChange(SessionEvent event) {
        if (event.state().isUsable() && event.connection() != askedOn) {
            askedOn = event.connection();
            session.ask(new ReqMktDepthExchanges(), PATIENCE).thenAccept(this::onOutcome);
        }
    }

    private void onOutcome(RequestOutcome outcome) {
        if (outcome instanceof RequestOutcome.Answered answered) {
            offers = answered.events(MktDepthExchanges.class).stream()
                    .flatMap(answer -> answer.exchanges().stream())
                    .map(Offer::of)
                    .toList();
        } else {
            LOG.info("depth exchanges not known outcome={}; asked again with the next connection", outcome);
        }
    }
}
