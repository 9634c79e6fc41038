package com.quanticity.ibkr.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.TailFrom;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "ibkr.service.token=replay-test-token-1234",
            "ibkr.replay.session-enabled=false",
            "ibkr.gateway.host=127.0.0.1",
            "ibkr.gateway.port=1"
        })
class ReplayIT {

    private static final Path ROOT = recordings();
    private static final Path SHARED = Path.of("..", "..", "shared", "market-data");

    @LocalServerPort
    private int port;

    @Autowired
    private StreamBus bus;

    @Autowired
    private StringRedisTemplate redis;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        RealRedis.register(registry);
        RealPostgres.register(registry);
        registry.add("ibkr.replay.recordings-root", ROOT::toString);
    }

    @AfterEach
    void endEverything() {
        if (!RealRedis.isRunning()) {
            RealRedis.start();
        }
        for (JsonNode run : get("/api/v1/replays").body()) {
            send("DELETE", "/api/v1/replays/" + run.path("runId").asString(), null, null);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !get("/api/v1/replays").body().toString().contains("\"RUNNING\""));
    }

    @Test
    void playsEveryRowOnceAndInTimeOrder() {
        Answer started = start("sample", "max", null);

        JsonNode ended = awaitEnd(started.runId());
        List<Quote> quotes = quotes(ended, 250);

        assertThat(started.status()).isEqualTo(202);
        assertThat(ended.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(ended.path("results").toString())
                .isEqualTo("[{\"symbol\":\"AAA\",\"rowsRead\":100,\"quotesPublished\":100},"
                        + "{\"symbol\":\"BBB\",\"rowsRead\":150,\"quotesPublished\":150}]");
        assertThat(quotes).extracting(Quote::sequence).containsExactlyElementsOf(numbers(250));
        assertThat(quotes).extracting(Quote::receivedAt).isSorted();
        assertThat(quotes.getFirst().receivedAt()).isEqualTo(SampleRecording.OPEN);
        assertThat(quotes.get(18).ask()).as("row 10 of AAA has no ask").isNull();
        assertThat(redis.getExpire("replay:" + started.runId() + ":market.quote"))
                .isPositive();
        assertThat(redis.hasKey("market.quote")).isFalse();
    }

    @Test
    void keepsTheWindowAndTheSymbolsAskedFor() {
        Answer started = post("""
                {"recordings": "sample", "symbols": ["BBB"], "from": "09:30:10", "to": "09:31", "speed": "max"}""", null);

        JsonNode ended = awaitEnd(started.runId());

        assertThat(ended.path("results").toString())
                .isEqualTo("[{\"symbol\":\"BBB\",\"rowsRead\":50,\"quotesPublished\":50}]");
    }

    @Test
    void aRepeatedRequestJoinsTheFirst() {
        Answer first = start("sample", "1", "key-1");
        Answer second = start("sample", "1", "key-1");

        assertThat(second.runId()).isEqualTo(first.runId());
        assertThat(second.status()).isEqualTo(202);
    }

    @Test
    void refusesAKeyThatBelongsToAnotherRequest() {
        Answer first = start("sample", "1", "key-2");
        Answer second = start("sample", "2", "key-2");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("detail").asString()).contains(first.runId(), "use a new key");
    }

    @Test
    void cancelsWhileRedisIsAway() {
        Answer started = start("sample", "1", null);

        RealRedis.stop();
        send("DELETE", "/api/v1/replays/" + started.runId(), null, null);

        assertThat(awaitEnd(started.runId()).path("state").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void cancelsAndLimitsRunningReplays() {
        Answer first = start("sample", "1", null);
        start("sample", "1", null);

        assertThat(start("sample", "1", null).status()).isEqualTo(429);
        send("DELETE", "/api/v1/replays/" + first.runId(), null, null);

        assertThat(awaitEnd(first.runId()).path("state").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void namesTheRowThatCannotBeReadAndKeepsWhatCameBefore() {
        JsonNode ended = awaitEnd(start("broken", "max", null).runId());

        assertThat(ended.path("state").asString()).isEqualTo("FAILED");
        assertThat(ended.path("reason").asString()).contains("CCC-20131007.csv.gz, row 31");
        assertThat(quotes(ended, 30)).hasSize(30);
    }

    @Test
    void waitsForRedisAndLosesNothing() {
        Answer started = post("""
                {"recordings": "sample", "symbols": ["AAA"], "to": "09:30:40", "speed": "20"}""", null);
        await().until(() -> get("/api/v1/replays/" + started.runId())
                .body()
                .path("recordedAt")
                .isString());

        RealRedis.stop();
        RealRedis.start();
        JsonNode ended = awaitEnd(started.runId());

        assertThat(ended.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(quotes(ended, 40).stream().map(Quote::sequence).distinct())
                .as("an entry of uncertain fate is published again under the same numbers")
                .containsExactlyElementsOf(numbers(40));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"recordings\": \"nowhere\", \"speed\": \"max\"}; there is no recording 'nowhere'",
                "{\"recordings\": \"../..\", \"speed\": \"max\"}; outside the recordings",
                "{\"recordings\": \"sample\", \"speed\": \"0\"}; above 0",
                "{\"recordings\": \"sample\", \"speed\": \"fast\"}; must be a number above 0, or max",
                "{\"recordings\": \"sample\", \"speed\": \"max\", \"symbols\": [\"ZZZ\"]}; there are no quotes of ZZZ",
                "{\"recordings\": \"sample\", \"speed\": \"max\", \"date\": \"2013-10-08\"}; choose one of [2013-10-07]",
                "{\"recordings\": \"sample\", \"speed\": \"max\", \"from\": \"25:00\"}; is no time",
                "{\"recordings\": \"sample\", \"speed\": \"max\", \"from\": \"10:00\", \"to\": \"09:00\"}; is not before",
                "{\"recordings\": ; line 1"
            })
    void refusesBadRequestsWithOneClearLine(String body, String expected) {
        Answer answer = post(body, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains(expected);
    }

    @Test
    void playsTheRealRecordingRowByRow() {
        Path file = SHARED.resolve("quotes/IBM-20131007.csv.gz");
        Assumptions.assumeTrue(Files.exists(file), "the recorded market data is not there");
        Path link = ROOT.resolve("real/quotes/IBM-20131007.csv.gz");
        copy(file, link);

        JsonNode ended = awaitEnd(post("""
                {"recordings": "real", "from": "09:30", "to": "10:00", "speed": "max"}""", null).runId());

        assertThat(ended.path("results").path(0).path("quotesPublished").asLong())
                .isEqualTo(rowsBetween(file, "2013-10-07T13:30:00Z", "2013-10-07T14:00:00Z"))
                .isPositive();
    }

    private static List<Long> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Long::valueOf).toList();
    }

    private static long rowsBetween(Path file, String from, String to) {
        long first = java.time.Instant.parse(from).toEpochMilli() * 1_000_000L;
        long end = java.time.Instant.parse(to).toEpochMilli() * 1_000_000L;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .mapToLong(row -> Long.parseLong(row.substring(0, row.indexOf(','))))
                    .filter(time -> time >= first && time < end)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Quote> quotes(JsonNode run, int expected) {
        List<Quote> quotes = new CopyOnWriteArrayList<>();
        StreamBus runBus = bus.withPrefix("replay:" + run.path("runId").asString() + ":");
        assertThat(run.path("stream").asString()).isEqualTo(runBus.prefix() + StreamName.MARKET_QUOTE.text());
        try (var tail = runBus.tail(
                Topics.MARKET_QUOTE,
                TailFrom.OLDEST,
                entry -> quotes.addAll(entry.data().quotes()))) {
            await().until(() -> quotes.size() >= expected);
        }
        return quotes;
    }

    private JsonNode awaitEnd(String runId) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !state(runId).equals("RUNNING"));
        return get("/api/v1/replays/" + runId).body();
    }

    private String state(String runId) {
        return get("/api/v1/replays/" + runId).body().path("state").asString();
    }

    private Answer start(String recordings, String speed, @org.jspecify.annotations.Nullable String key) {
        return post("{\"recordings\": \"%s\", \"speed\": \"%s\"}".formatted(recordings, speed), key);
    }

    private Answer post(String body, @org.jspecify.annotations.Nullable String key) {
        return send("POST", "/api/v1/replays", body, key);
    }

    private Answer get(String path) {
        return send("GET", path, null, null);
    }

    private Answer send(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String body,
            @org.jspecify.annotations.Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer replay-test-token-1234")
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path recordings() {
        try {
            Path root = Files.createTempDirectory("replay-it");
            root.toFile().deleteOnExit();
            SampleRecording.write(root.resolve("sample"), "AAA", 100, "");
            SampleRecording.write(root.resolve("sample"), "BBB", 150, "");
            SampleRecording.write(root.resolve("broken"), "CCC", 30, "not,a,row,at,all,x,y,1,1,0\n");
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Answer(int status, JsonNode body) {
        String runId() {
            return body.path("runId").asString();
        }
    }
}
