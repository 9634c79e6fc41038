package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import com.quanticity.ibkr.simulator.wire.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bulletins, providers, headlines and articles. */
public final class NewsDesk implements Desk<Request.NewsRequest> {

    private static final Logger log = LoggerFactory.getLogger(NewsDesk.class);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.S");
    private static final int MOST_HEADLINES = 300;
    private static final int REGULAR = 1;
    private static final int PLAIN_TEXT = 0;

    private final ContractMaster contracts;
    private final InstantSource time;
    private final NewsArchive archive = new NewsArchive();
    private final List<Event> bulletins = new ArrayList<>();
    private final Set<Client> readers = new LinkedHashSet<>();

    /** A desk with one bulletin of the day. */
    public NewsDesk(ContractMaster contracts, InstantSource time) {
        this.contracts = contracts;
        this.time = time;
        publish(REGULAR, "The simulated system is available.", "SMART");
    }

    @Override
    public void serve(Client client, Request.NewsRequest request) {
        switch (request) {
            case Request.NewsBulletins wanted -> subscribe(client, wanted.all());
            case Request.CancelNewsBulletins _ -> readers.remove(client);
            case Request.NewsProviders _ ->
                client.send(Event.of("NEWS_PROVIDERS").withGroup("providers", providers()));
            case Request.NewsArticle wanted -> article(client, wanted);
            case Request.HistoricalNews wanted -> headlines(client, wanted);
        }
    }

    @Override
    public void onClosed(Client client) {
        readers.remove(client);
    }

    /**
     * Tells all readers.
     *
     * @param type 1 regular, 2 an exchange is no longer available, 3 it is again
     */
    public void publish(int type, String message, String exchange) {
        Event bulletin = Event.of("NEWS_BULLETINS")
                .with("msgId", bulletins.size() + 1)
                .with("msgType", type)
                .with("message", message)
                .with("origExchange", exchange);
        bulletins.add(bulletin);
        readers.forEach(reader -> reader.send(bulletin));
        log.info("bulletin published number={} type={} readers={}", bulletins.size(), type, readers.size());
    }

    private void subscribe(Client client, boolean all) {
        readers.add(client);
        if (all) {
            bulletins.forEach(client::send);
        }
    }

    private static List<Fields> providers() {
        return NewsArchive.PROVIDERS.stream()
                .map(provider -> new Fields().put("code", provider.code()).put("name", provider.name()))
                .toList();
    }

    private void article(Client client, Request.NewsArticle request) {
        Optional<String> text = archive.text(request.provider(), request.articleId());
        if (text.isEmpty()) {
            client.sendMessage(
                    request.requestId(),
                    321,
                    "Error validating request.-'bN' : cause - Article " + request.articleId() + " of "
                            + request.provider() + " does not exist: take an id from the headlines");
            return;
        }
        client.send(Event.of("NEWS_ARTICLE")
                .with("reqId", request.requestId())
                .with("articleType", PLAIN_TEXT)
                .with("articleText", text.get()));
    }

    private void headlines(Client client, Request.HistoricalNews request) {
        Optional<ListedContract> contract = contracts.ofId(request.conId());
        if (contract.isEmpty()) {
            client.sendMessage(request.requestId(), 200, "No security definition has been found for the request");
            return;
        }
        List<String> providers = List.of(request.providers().split("\\+"));
        Optional<String> unknown = providers.stream()
                .filter(code -> NewsArchive.PROVIDERS.stream()
                        .noneMatch(provider -> provider.code().equals(code)))
                .findFirst();
        if (unknown.isPresent()) {
            client.sendMessage(request.requestId(), 10276, "News feed is not allowed: " + unknown.get());
            return;
        }
        send(client, request, contract.get(), providers);
    }

    private void send(Client client, Request.HistoricalNews request, ListedContract contract, List<String> providers) {
        Instant to = parse(request.endTime()).orElse(time.instant());
        Instant from = parse(request.startTime()).orElse(to.minusSeconds(30L * 86_400));
        int most = Math.clamp(request.totalResults(), 0, MOST_HEADLINES);
        List<NewsArchive.Article> found = archive.about(contract, providers, from, to, most + 1);
        found.stream()
                .limit(most)
                .forEach(article -> client.send(Event.of("HISTORICAL_NEWS")
                        .with("reqId", request.requestId())
                        .with("time", TIME.format(article.time().atOffset(ZoneOffset.UTC)))
                        .with("providerCode", article.provider())
                        .with("articleId", article.id())
                        .with("headline", article.headline())));
        client.send(Event.of("HISTORICAL_NEWS_END")
                .with("reqId", request.requestId())
                .with("hasMore", found.size() > most));
    }

    /** Both spellings of a time without zone are taken as UTC; anything else is not a bound. */
    private static Optional<Instant> parse(String text) {
        try {
            String plain = text.length() > 19 ? text.substring(0, 19) : text;
            String pattern = plain.length() > 8 && plain.charAt(4) == '-' ? "yyyy-MM-dd HH:mm:ss" : "yyyyMMdd-HH:mm:ss";
            return Optional.of(LocalDateTime.parse(plain, DateTimeFormatter.ofPattern(pattern))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
