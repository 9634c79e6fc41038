package com.quanticity.ibkr.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.history.HistoryLimits;
import com.quanticity.ibkr.simulator.peer.HistoryRequests;
import com.quanticity.ibkr.simulator.peer.SharedFiles;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded sessions with historical queries: the simulator answers the same requests in the same way. */
class HistoryCapturesTest {

    private static final int SCHEDULE = 106;

    @Test
    void reproducesHourlyBars() throws IOException {
        List<List<String>> answers = replay("17-hourly-bars", "2026-04-05T21:50:55Z");

        assertThat(HistoryRequests.rows(answers.getFirst(), 200))
                .extracting(HistoryRequests.Row::date)
                .isEqualTo(recordedDates("17-hourly-bars"));
    }

    @Test
    void reproducesTwoQueriesWithTheirEndFrames() throws IOException {
        List<List<String>> answers = replay("18-two-bar-requests-with-their-end-frames", "2026-04-12T12:00:00Z");

        assertThat(answers).extracting(List::getFirst).containsExactly("17", "108", "17", "108");
        assertThat(HistoryRequests.rows(answers.getFirst(), 200))
                .extracting(HistoryRequests.Row::date)
                .containsExactly("20260406", "20260407", "20260408", "20260409", "20260410");
        assertThat(HistoryRequests.rows(answers.get(2), 200))
                .extracting(HistoryRequests.Row::date)
                .startsWith("20260410 09:30:00 US/Eastern", "20260410 10:00:00 US/Eastern");
    }

    @Test
    void reproducesTheScheduleOfAMonth() throws IOException {
        String name = "19-trading-schedule-of-a-month";
        List<String> answer = replay(name, "2026-04-11T17:52:12Z").getFirst();

        JsonNode recorded = lines(name)
                .filter(line -> line.path("msg").asString().equals("HISTORICAL_SCHEDULE"))
                .findFirst()
                .orElseThrow()
                .get("fields");
        List<String> expected = new ArrayList<>(List.of(
                Integer.toString(SCHEDULE),
                "1",
                recorded.get("startDateTime").asString(),
                recorded.get("endDateTime").asString(),
                recorded.get("timeZone").asString(),
                Integer.toString(recorded.get("sessions").size())));
        recorded.get("sessions").forEach(session -> {
            expected.add(session.get("startDateTime").asString());
            expected.add(session.get("endDateTime").asString());
            expected.add(session.get("refDate").asString());
        });
        assertThat(answer).isEqualTo(expected);
    }

    @Test
    void reproducesBarsKeptUpToDate() throws IOException {
        List<List<String>> answers = replay("33-bars-kept-up-to-date", "2026-04-05T10:00:00Z");

        assertThat(answers)
                .extracting(List::getFirst)
                .startsWith("17", "108", "90")
                .endsWith("4");
        assertThat(answers.getLast()).startsWith("4", "1", "162");
    }

    @Test
    void refusesBarsOfAnUnknownContractAsItsDetails() {
        try (GatewaySimulator simulator = start(SimulatorTime.stepped(Instant.parse("2026-04-06T10:00:00Z")));
                TestClient client = TestClient.start(simulator, 1)) {
            new HistoryRequests(client).bars(1, "ZZZZNONE", "", "1 D", "1 day", "TRADES");

            assertThat(client.untilId(4).getLast().subList(0, 4))
                    .containsExactly("4", "1", "200", "No security definition has been found for the request");
        }
    }

    private static GatewaySimulator start(SimulatorTime time) {
        return GatewaySimulator.start(SimulatorConfig.defaults()
                .withTime(time)
                .withLimits(SessionLimits.defaults()
                        .withHistory(HistoryLimits.defaults().withAnswerTime(Duration.ZERO))));
    }

    /** Sends what the client of a capture sent; answers with all that came, as seen ten seconds after each request. */
    private static List<List<String>> replay(String name, String at) throws IOException {
        List<JsonNode> requests = lines(name)
                .filter(line -> line.path("dir").asString().equals("C"))
                .toList();
        SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse(at));
        List<List<String>> answers = new ArrayList<>();
        try (GatewaySimulator simulator = start(time);
                TestClient client = TestClient.start(simulator, 1)) {
            for (JsonNode line : requests) {
                JsonNode fields = line.get("fields");
                int id = Integer.parseInt(fields.get("reqId").asString().substring("$req".length()));
                if (line.get("msg").asString().startsWith("CANCEL")) {
                    client.send(25, 1, id);
                } else {
                    send(client, id, fields);
                }
                answers.addAll(client.drain());
                time.advance(Duration.ofSeconds(10));
                answers.addAll(client.drain());
            }
        }
        return answers;
    }

    private static void send(TestClient client, int id, JsonNode fields) {
        String end = fields.get("endDateTime").asString();
        boolean isKept = fields.get("useRTH").asInt() == 0;
        new HistoryRequests(client)
                .bars(
                        id,
                        fields.get("contract").get("symbol").asString(),
                        end.startsWith("$") ? "" : end,
                        fields.get("durationStr").asString(),
                        fields.get("barSizeSetting").asString(),
                        fields.get("whatToShow").asString(),
                        fields.get("useRTH").asInt(),
                        1,
                        isKept ? 1 : 0);
    }

    private static List<String> recordedDates(String name) throws IOException {
        JsonNode bars = lines(name)
                .filter(line -> line.path("msg").asString().equals("HISTORICAL_DATA"))
                .findFirst()
                .orElseThrow()
                .get("fields")
                .get("bars");
        List<String> dates = new ArrayList<>();
        bars.forEach(bar -> dates.add(bar.get("date").asString()));
        return dates;
    }

    private static Stream<JsonNode> lines(String name) throws IOException {
        return Files.readAllLines(SharedFiles.require("tws-wire/captures/" + name + ".jsonl")).stream()
                .map(line -> JsonMapper.shared().readTree(line));
    }
}
