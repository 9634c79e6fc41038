package com.quanticity.ibkr.quickstart.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WindowTest {

    @Test
    void reachesFromTheClientsFirstRowToTheLastPlayed() throws IOException {
        Window window = Window.of(state("""
                {"market": {"source": "recording", "symbols": [{"symbol": "IBM", "lastRow": 90}, {"symbol": "BAC"}]},
                 "clients": [
                   {"id": 1, "subscriptions": [{"symbol": "IBM", "firstRow": 7}, {"symbol": "BAC", "firstRow": null}]},
                   {"id": 3, "subscriptions": [{"symbol": "IBM", "firstRow": 40}]}]}
                """), 1);

        assertThat(window.rows()).containsOnlyKeys("IBM").containsValue(new Window.Range(7, 90));
    }

    @Test
    void needsARecordingAndTheClient() {
        assertThatThrownBy(() -> Window.of(state("{\"market\": {\"source\": \"generator\"}}"), 1))
                .hasMessage("the simulator plays no recording: start quickstart with --recordings DIR");
        assertThatThrownBy(() -> Window.of(state("{\"market\": {\"source\": \"recording\"}}"), 1))
                .hasMessageContaining("client id 1 has no market data");
    }

    private static JsonNode state(String json) {
        return JsonMapper.builder().build().readTree(json);
    }
}
