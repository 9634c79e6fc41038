package com.quanticity.ibkr.execution.market;

import com.quanticity.ibkr.execution.algo.schedule.VolumeProfile.BarVolume;
import com.quanticity.ibkr.execution.route.Depth;
import com.quanticity.ibkr.execution.route.Level;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.PriceIncrement;
import com.quanticity.ibkr.model.contract.PriceLadder;
import com.quanticity.ibkr.service.ServiceToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the adapter tells by REST: books, reference data, past bars. Thread-safe; every call ends within its patience. */
public final class AdapterLine {

    private static final Duration QUICK = Duration.ofMillis(500);
    private static final Duration PATIENT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int PAGE = 50_000;
    private static final String SMART = "SMART";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final URI adapter;
    private final ServiceToken token;

    AdapterLine(HttpClient http, URI adapter, ServiceToken token) {
        this.http = http;
        this.adapter = adapter;
        this.token = token;
    }

    /** The adapter did not answer, or not with what was asked for; the message is one line. */
    public static final class AwayException extends Exception {

        private static final long serialVersionUID = 1L;

        AwayException(String message) {
            super(message);
        }
    }

    /**
     * What pricing and profiles need of a contract.
     *
     * @param zone of its trading hours, null when the broker named none that is known
     */
    public record Instrument(PriceLadder prices, @Nullable ZoneId zone) {}

    /** The book of a symbol now; null when it has none that may be used. */
    public @Nullable Depth depth(String symbol) {
        try {
            return book(get("/api/v1/depth/" + encoded(symbol) + "/book", QUICK));
        } catch (AwayException e) {
            return null;
        }
    }

    /** @throws AwayException when the adapter does not answer or does not know the contract */
    public Instrument instrument(ContractId contractId) throws AwayException {
        JsonNode detail = get("/api/v1/contracts/" + contractId, PATIENT);
        JsonNode reference = detail.path("reference");
        return new Instrument(ladder(detail, reference, contractId), zone(reference));
    }

    /** Volumes of downloaded bars, oldest first; bars without a volume are left out. */
    public List<BarVolume> volumes(String symbol, String barSize, Instant from, Instant to) throws AwayException {
        List<BarVolume> volumes = new ArrayList<>();
        Instant next = from;
        while (next != null) {
            JsonNode page = get(
                    "/api/v1/historical/bars?symbol=" + encoded(symbol) + "&barSize=" + encoded(barSize) + "&from="
                            + next + "&to=" + to + "&limit=" + PAGE,
                    PATIENT);
            for (JsonNode bar : page.path("bars")) {
                BigDecimal volume = decimal(bar.get("volume"));
                if (volume != null) {
                    volumes.add(new BarVolume(Instant.parse(bar.path("start").asString()), volume));
                }
            }
            next = page.hasNonNull("next") ? Instant.parse(page.path("next").asString()) : null;
        }
        return volumes;
    }

    private static @Nullable Depth book(JsonNode view) {
        JsonNode book = view.path("book");
        List<Level> bids = rows(book.path("bids"));
        List<Level> asks = rows(book.path("asks"));
        return !view.path("isValid").asBoolean(false) || bids.isEmpty() || asks.isEmpty()
                ? null
                : new Depth(bids, asks, Instant.parse(book.path("at").asString()));
    }

    private static List<Level> rows(JsonNode rows) {
        List<Level> levels = new ArrayList<>();
        for (JsonNode row : rows) {
            BigDecimal price = decimal(row.get("price"));
            BigDecimal size = decimal(row.get("size"));
            if (price != null && size != null) {
                levels.add(new Level(price, size, row.path("maker").asString("")));
            }
        }
        return levels;
    }

    private static PriceLadder ladder(JsonNode detail, JsonNode reference, ContractId contractId) throws AwayException {
        for (JsonNode rule : detail.path("priceIncrements")) {
            boolean smart = rule.path("exchanges").valueStream().anyMatch(place -> SMART.equals(place.asString("")));
            if (smart && rule.path("increments").isArray()) {
                return new PriceLadder(rule.path("increments")
                        .valueStream()
                        .map(step -> new PriceIncrement(required(step.get("from")), required(step.get("increment"))))
                        .toList());
            }
        }
        BigDecimal minTick = decimal(reference.get("minTick"));
        if (minTick == null || minTick.signum() <= 0) {
            throw new AwayException("the broker told no price increment of contract " + contractId
                    + "; resolve it by POST /api/v1/contracts/resolve of the adapter");
        }
        return PriceLadder.of(minTick);
    }

    private static @Nullable ZoneId zone(JsonNode reference) {
        String name = reference.path("timeZoneId").asString("");
        return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : null;
    }

    private JsonNode get(String path, Duration patience) throws AwayException {
        HttpRequest request = HttpRequest.newBuilder(adapter.resolve(path))
                .timeout(patience)
                .header("Authorization", token.authorizationHeader())
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new AwayException("the adapter answered " + response.statusCode() + " to " + path
                        + "; see its answer there and repeat");
            }
            return JSON.readTree(response.body());
        } catch (IOException | JacksonException e) {
            throw new AwayException("the adapter at " + adapter + " did not answer; bring it back and repeat");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AwayException("interrupted while asking the adapter");
        }
    }

    private static BigDecimal required(@Nullable JsonNode node) {
        BigDecimal value = decimal(node);
        return value == null ? BigDecimal.ZERO : value;
    }

    private static @Nullable BigDecimal decimal(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.asString("").isEmpty() ? null : new BigDecimal(node.asString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
