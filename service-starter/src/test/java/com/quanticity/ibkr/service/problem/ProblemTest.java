package com.quanticity.ibkr.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.service.RunsSampleService;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunsSampleService
class ProblemTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    private RestTestClient client = RestTestClient.bindToServer().build();

    @BeforeEach
    void connect() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("Authorization", "Bearer " + RunsSampleService.TOKEN)
                .build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"symbol":"IBM","side":"BUY","quantity":1                         | MALFORMED_JSON  | The body is not JSON at line 1, column
            nonsense                                                           | MALFORMED_JSON  | The body is not JSON at line 1
            {"symbol":"IBM","side":"BUY","quantity":1} x                       | MALFORMED_JSON  | The body is not JSON at line 1
            {"symbol":"IBM","side":"BUY","quantity":1,"quantity":2}            | MALFORMED_JSON  | quantity
            {"symbol":"IBM","side":"BUY","quantity":1,"prize":2}               | UNKNOWN_FIELD   | There is no field 'prize'; known are limitPrice, quantity, side, symbol.
            {"symbol":"IBM","side":"HOLD","quantity":1}                        | INVALID_VALUE   | Field 'side' must be one of BUY, SELL, was 'HOLD'.
            {"symbol":"IBM","side":"BUY","quantity":"many"}                    | INVALID_VALUE   | Field 'quantity' must be a number, was 'many'.
            {"symbol":"IBM","side":"BUY","quantity":[1]}                       | INVALID_VALUE   | Field 'quantity' must be a number.
            {"symbol":"IBM","side":"BUY","quantity":-5}                        | INVALID_REQUEST | quantity (was '-5') must be greater than 0
            {"symbol":"","quantity":1}                                         | INVALID_REQUEST | side (was absent) must not be null
            []                                                                 | INVALID_VALUE   | The body must be
            """)
    void saysWhatIsWrongWithABody(String body, String code, String detail) {
        JsonNode problem = problem(post(body), 400);

        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("detail").asString()).contains(detail);
    }

    @Test
    void saysWhereABodyIsWrong() {
        JsonNode problem = problem(post("{\"symbol\":\"IBM\",\n \"side\":\"HOLD\",\"quantity\":1}"), 400);

        assertThat(problem.get("field").asString()).isEqualTo("side");
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("column").asInt()).isPositive();
    }

    @Test
    void asksForABodyWhenThereIsNone() {
        JsonNode problem = problem(
                client.post()
                        .uri("/api/v1/tickets")
                        .contentType(MediaType.APPLICATION_JSON)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult(),
                400);

        assertThat(problem.get("code").asString()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void listsEveryInvalidField() {
        JsonNode problem = problem(post("{\"symbol\":\" \",\"side\":\"BUY\",\"quantity\":0}"), 400);

        assertThat(problem.get("errors")).hasSize(2);
        assertThat(problem.get("errors").findValuesAsString("field")).containsExactlyInAnyOrder("symbol", "quantity");
    }

    @Test
    void keepsDecimalsExact() {
        String answer = client.post()
                .uri("/api/v1/tickets")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"symbol\":\"IBM\",\"side\":\"BUY\",\"quantity\":100000000000000000000.10}")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(answer).isEqualTo("{\"quantity\":\"100000000000000000000.10\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/unknown, 404, UNKNOWN_PATH",
        "DELETE, /api/v1/tickets, 405, WRONG_METHOD",
        "GET, /api/v1/tickets/7, 404, UNKNOWN_TICKET",
        "GET, /api/v1/tickets/seven, 400, INVALID_REQUEST",
        "GET, /api/v1/pages?size=0, 400, INVALID_REQUEST",
        "GET, /api/v1/pages, 400, BAD_REQUEST",
        "GET, /api/v1//tickets, 400, BAD_REQUEST"
    })
    void answersWithProblemDetails(String method, String path, int status, String code) {
        JsonNode problem = problem(
                client.method(HttpMethod.valueOf(method))
                        .uri(java.net.URI.create("http://127.0.0.1:" + port + path))
                        .exchange()
                        .expectBody(String.class)
                        .returnResult(),
                status);

        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    @Test
    void asksForJsonWhenTheMediaTypeIsWrong() {
        JsonNode problem = problem(
                client.post()
                        .uri("/api/v1/tickets")
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("text")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult(),
                415);

        assertThat(problem.get("detail").asString()).contains("Content-Type: application/json");
    }

    @Test
    void keepsTheMembersOfAnApiException() {
        JsonNode problem = problem(get("/api/v1/tickets/7"), 404);

        assertThat(problem.get("ticket").asInt()).isEqualTo(7);
        assertThat(problem.get("instance").asString()).isEqualTo("/api/v1/tickets/7");
    }

    @Test
    void hidesTheInsideOfAFailureAndNamesItsLogLine(CapturedOutput output) {
        JsonNode problem = problem(get("/api/v1/broken"), 500);

        assertThat(problem.toString()).doesNotContain("the inside of the service");
        assertThat(output.getAll())
                .contains("id=" + problem.get("id").asString())
                .contains("the inside of the service");
    }

    private EntityExchangeResult<String> post(String body) {
        return client.post()
                .uri("/api/v1/tickets")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private EntityExchangeResult<String> get(String path) {
        return client.get().uri(path).exchange().expectBody(String.class).returnResult();
    }

    private static JsonNode problem(EntityExchangeResult<String> answer, int status) {
        String body = String.valueOf(answer.getResponseBody());
        assertThat(Map.of(
                        "status", answer.getStatus().value(),
                        "type", String.valueOf(answer.getResponseHeaders().getContentType())))
                .as(body)
                .isEqualTo(Map.of("status", status, "type", "application/problem+json"));
        return JSON.readTree(body);
    }
}
