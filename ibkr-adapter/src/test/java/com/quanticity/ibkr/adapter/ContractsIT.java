package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contracts of every kind, option chains and pictures of them, resolved by the simulated gateway. */
class ContractsIT extends AdapterHarness {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            SPY@ARCA                > STOCK    > SMART    > SPY
            CASH:EUR.USD            > CURRENCY > IDEALPRO > EUR.USD
            IND:SPX@CBOE            > INDEX    > CBOE     > SPX
            BOND:990000AA9          > BOND     > SMART    > ''
            BOND:US990000AB74       > BOND     > SMART    > ''
            conid:265598            > STOCK    > SMART    > AAPL""")
    void resolvesEveryKind(String text, String type, String exchange, String localSymbol) throws Exception {
        JsonNode detail = json(200, resolve(text)).path("detail");

        JsonNode contract = detail.path("reference").path("contract");
        assertThat(contract.path("securityType").asString()).isEqualTo(type);
        assertThat(contract.path("localSymbol").asString()).isEqualTo(localSymbol);
        assertThat(detail.path("exchange").asString()).isEqualTo(exchange);
        assertThat(detail.path("blocked").isNull()).isTrue();
    }

    @Test
    void resolvesAnOptionByTermsAndBySymbolAndKeepsItEverywhere() throws Exception {
        JsonNode chain = json(200, get("/api/v1/options/SPY/chain?strikes=1&around=600"));
        String expiry = chain.path("series").get(0).path("expiries").get(0).asString();
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.parse(expiry));

        JsonNode byTerms = json(200, resolve("OPT:SPY " + day + " C 600")).path("detail");
        JsonNode bySymbol =
                json(200, resolve("SPY" + day.substring(2) + "C00600000")).path("detail");

        int id = byTerms.path("reference").path("contract").path("id").asInt();
        assertThat(bySymbol.path("reference").path("contract").path("id").asInt())
                .isEqualTo(id);
        assertThat(bySymbol.path("occSymbol").asString()).isEqualTo("SPY   " + day.substring(2) + "C00600000");
        assertThat(byTerms.path("reference").path("terms").path("multiplier").asString())
                .isEqualTo("100");
        assertThat(json(200, get("/api/v1/contracts/" + id + "/occ"))
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("MATCHED");
        assertThat(json(200, get("/api/v1/contracts/occ?symbol=SPY" + day.substring(2) + "C00600000"))
                        .path("contractId")
                        .asInt())
                .isEqualTo(id);
        await().atMost(PATIENCE)
                .until(() ->
                        count("select count(*) from adapter.ib_contract_reference where strike = 600 and contract_id = "
                                        + id)
                                == 1);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(redis.opsForValue().get("ib:contract:" + id)).isNotNull());
        ContractReference kept =
                ModelJson.read(String.valueOf(redis.opsForValue().get("ib:contract:" + id)), ContractReference.class);
        assertThat(kept.terms()).isNotNull();
        assertThat(count("select count(*) from adapter.ib_occ_mapping where state = 'MATCHED' and contract_id = " + id))
                .isOne();
    }

    @Test
    void resolvesFuturesOptionsOnThemAndCombinations() throws Exception {
        LocalDate thirdFriday =
                LocalDate.now().plusMonths(2).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY));
        String text = "FOP:ES@CME " + DateTimeFormatter.BASIC_ISO_DATE.format(thirdFriday) + " P 6600";
        JsonNode option = json(200, resolve(text)).path("detail").path("reference");
        assertThat(option.path("contract").path("securityType").asString()).isEqualTo("FUTURE_OPTION");
        assertThat(option.path("terms").path("strike").asString()).isEqualTo("6600");
        assertThat(option.path("terms").path("underlyingId").isNull()).isFalse();

        JsonNode future = json(200, resolve("FUT:ES@CME " + nextQuarter())).path("detail");
        assertThat(future.path("reference").path("terms").path("multiplier").asString())
                .isEqualTo("50");
        assertThat(future.path("priceIncrements")
                        .get(0)
                        .path("exchanges")
                        .get(0)
                        .asString())
                .isEqualTo("CME");

        JsonNode combination = json(200, resolve("BAG:+1 SPY | -1 QQQ"));
        assertThat(combination.path("detail").isNull()).isTrue();
        assertThat(combination.path("legs").size()).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithAContract() throws Exception {
        assertThat(json(400, resolve("OPT:SPY 20261318 C 500")).path("code").asString())
                .isEqualTo("INVALID_CONTRACT");
        assertThat(json(404, resolve("NOSUCHX")).path("code").asString()).isEqualTo("UNKNOWN_CONTRACT");
        assertThat(json(404, get("/api/v1/contracts/77")).path("code").asString())
                .isEqualTo("UNKNOWN_CONTRACT");
        assertThat(json(400, get("/api/v1/contracts/occ?symbol=SPY261399C00600000"))
                        .path("code")
                        .asString())
                .isEqualTo("INVALID_OCC_SYMBOL");
    }

    @Test
    void searchesBySymbolAndName() throws Exception {
        JsonNode found = json(200, get("/api/v1/contracts/search?text=aap"));

        assertThat(found.get(0).path("symbol").asString()).isEqualTo("AAPL");
        assertThat(found.get(0).path("contract").asString()).isEqualTo("conid:265598");
        assertThat(json(200, get("/api/v1/contracts?query=AAPL"))
                        .get(0)
                        .path("entry")
                        .asString())
                .isEqualTo("conid:265598");
    }

    @Test
    void deniesAnOrderWhosePriceIsOffTheIncrement() throws Exception {
        await().atMost(PATIENCE)
                .until(() -> !json(200, get("/api/v1/contracts/756733"))
                        .path("priceIncrements")
                        .get(0)
                        .path("increments")
                        .isNull());

        ClientOrderId id = submit("SPY", OrderType.LIMIT, "1", "500.005");

        awaitKinds(id, "Denied");
        OrderEvent.Denied denied = last(id, OrderEvent.Denied.class);
        assertThat(denied.reason()).isEqualTo(DenialReason.PRICE_OFF_TICK);
        assertThat(denied.limit()).isEqualTo("next valid prices 500.00 and 500.01, increment 0.01");
        assertThat(count("select count(*) from adapter.ib_market_rules where rule_id = 26"))
                .isEqualTo(2);
    }

    @Test
    void picturesAChainWithGreeksOnceForAKey() throws Exception {
        String body = "{\"strikes\": 2, \"right\": \"CALL\"}";
        HttpResponse<String> started = post("/api/v1/options/SPY/snapshots", "key-1", body);
        String id = json(202, started).path("id").asString();
        assertThat(json(200, post("/api/v1/options/SPY/snapshots", "key-1", body))
                        .path("id")
                        .asString())
                .isEqualTo(id);
        assertThat(json(409, post("/api/v1/options/SPY/snapshots", "key-1", "{}"))
                        .path("code")
                        .asString())
                .isEqualTo("IDEMPOTENCY_KEY_TAKEN");

        String path = started.headers().firstValue("Location").orElseThrow();
        await().atMost(PATIENCE)
                .until(() -> !json(200, get(path)).path("state").asString().equals("RUNNING"));

        JsonNode picture = json(200, get(path));
        assertThat(picture.path("state").asString()).as(picture.toString()).isEqualTo("COMPLETE");
        assertThat(picture.path("options").size()).isBetween(3, 4);
        JsonNode option = picture.path("options").get(0);
        assertThat(new BigDecimal(option.path("ask").asString())).isPositive();
        assertThat(option.path("model").path("impliedVolatility").asDouble()).isBetween(0.01, 3.0);
        assertThat(option.path("model").path("delta").asDouble()).isBetween(0.0, 1.0);
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from adapter.ib_option_pictures where delta between 0 and 1"
                                + " and ask > 0 and snapshot_id = '" + id + "'")
                        == picture.path("options").size());
        assertThat(json(200, get("/api/v1/options/snapshots?underlying=SPY")).get(0))
                .isEqualTo(picture);
    }

    @Test
    void refusesAPictureThatIsTooLarge() throws Exception {
        JsonNode problem =
                json(400, post("/api/v1/options/SPY/snapshots", "key-2", "{\"to\": \"2099-01-01\", \"strikes\": 200}"));

        assertThat(problem.path("code").asString()).isEqualTo("TOO_MANY_OPTIONS");
        assertThat(problem.path("limit").asInt()).isEqualTo(400);
        assertThat(json(400, get("/api/v1/options/CASH:EUR.USD/chain"))
                        .path("code")
                        .asString())
                .isEqualTo("NOT_AN_UNDERLYING");
        assertThat(json(404, get("/api/v1/options/snapshots/none")).path("code").asString())
                .isEqualTo("UNKNOWN_SNAPSHOT");
    }

    private static String nextQuarter() {
        LocalDate day = LocalDate.now().plusMonths(4);
        int month = (day.getMonthValue() - 1) / 3 * 3 + 3;
        return String.format("%d%02d", day.getYear(), month);
    }

    private HttpResponse<String> resolve(String contract) throws IOException, InterruptedException {
        return post("/api/v1/contracts/resolve", "", JSON.writeValueAsString(Map.of("contract", contract)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    private HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        return send((key.isEmpty() ? request : request.header("Idempotency-Key", key))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode json(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
