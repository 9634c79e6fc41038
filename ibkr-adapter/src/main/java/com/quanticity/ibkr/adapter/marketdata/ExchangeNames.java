package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.gateway.event.ContractEvent.SmartComponent;
import com.quanticity.ibkr.gateway.event.ContractEvent.SmartComponents;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqSmartComponents;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the letters of a consolidated quote stand for. Each key of letters is asked about once a day; the answer of the day before is
 * used until the new one is there, and a letter without an answer stands for itself. Thread-safe; never blocks.
 */
final class ExchangeNames {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeNames.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GatewaySession session;
    private final Clock clock;
    private final Map<String, LocalDate> askedOn = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    ExchangeNames(GatewaySession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** A request was answered with this key, which may be asked about from then on. */
    void onKey(String key) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!key.isEmpty() && !today.equals(askedOn.put(key, today))) {
            session.ask(new ReqSmartComponents(session.nextRequestId(), key), PATIENCE)
                    .thenAccept(outcome -> onOutcome(key, outcome));
        }
    }

    /** The exchanges of some letters, in their order. */
    List<String> names(String key, String letters) {
        Map<String, String> byLetter = known.getOrDefault(key, Map.of());
        return letters.chars()
                .mapToObj(Character::toString)
                .map(letter -> byLetter.getOrDefault(letter, letter))
                .toList();
    }

    private void onOutcome(String key, RequestOutcome outcome) {
        if (outcome instanceof RequestOutcome.Answered answered) {
            known.put(
                    key,
                    answered.events(SmartComponents.class).stream()
                            .flatMap(answer -> answer.components().stream())
                            .collect(Collectors.toUnmodifiableMap(
                                    SmartComponent::exchangeLetter, SmartComponent::exchange, (first, _) -> first)));
        } else {
            askedOn.remove(key);
            LOG.info("exchange letters not known key={} outcome={}; asked again with the next request", key, outcome);
        }
    }
}
