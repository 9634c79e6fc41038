package com.quanticity.ibkr.model.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.model.order.OrderCommand;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    @Test
    void everyStreamHasOneTopic() {
        assertThat(Topics.all()).extracting(Topic::name).containsExactly(StreamName.values());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("com.quanticity.ibkr.model.stream.TopicMessages#all")
    <T> void readsBackWhatItWrote(Topic<T> topic, String type, T data) {
        Envelope<T> sent = topic.envelope("01ARYZ6S41TSV4RRFFQ69G5FAW", TopicMessages.AT, "key", data);

        Envelope<T> received = topic.decode(topic.encode(sent));

        assertThat(received).isEqualTo(sent);
        assertThat(sent.type()).isEqualTo(type);
    }

    @Test
    void writesDecimalsAsPlainStringsWithTheirScale() {
        Map<String, String> fields = Topics.ORDER_COMMAND.encode(Topics.ORDER_COMMAND.envelope(
                "01ARYZ6S41TSV4RRFFQ69G5FAW",
                TopicMessages.AT,
                "",
                new OrderCommand.Submit(OrderMessages.ORDER, "trader")));

        assertThat(fields.get("data"))
                .contains(
                        "\"quantity\":\"10.50\"",
                        "\"limitPrice\":\"168.4100\"",
                        "\"clientOrderId\":\"" + TopicMessages.ID + "\"");
    }

    @Test
    void readsOrdersOfTheFirstVersion() {
        OrderCommand.Submit read = (OrderCommand.Submit) Topics.ORDER_COMMAND
                .decode(Map.of(
                        "type",
                        "submit",
                        "v",
                        "1",
                        "id",
                        "01ARYZ6S41TSV4RRFFQ69G5FAW",
                        "at",
                        TopicMessages.AT.toString(),
                        "key",
                        "",
                        "data",
                        """
                        {"order":{"clientOrderId":"%s","account":"DU1","symbol":"SPY","side":"BUY","type":"LIMIT",
                        "quantity":"10.50","limitPrice":"168.4100","timeInForce":"DAY","strategy":"manual"},"by":"trader"}
                        """.formatted(TopicMessages.ID)))
                .data();

        assertThat(read).isEqualTo(new OrderCommand.Submit(OrderMessages.ORDER, "trader"));
    }

    @Test
    void refusesNewerVersionsUnknownTypesAndBrokenData() {
        Map<String, String> good = Topics.ORDER_COMMAND.encode(Topics.ORDER_COMMAND.envelope(
                "01ARYZ6S41TSV4RRFFQ69G5FAW",
                TopicMessages.AT,
                "",
                new OrderCommand.Cancel(TopicMessages.ID, "trader")));

        assertThatThrownBy(() -> Topics.ORDER_COMMAND.decode(with(good, "v", "3")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("upgrade this reader");
        assertThatThrownBy(() -> Topics.ORDER_COMMAND.decode(with(good, "type", "explode")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("submit");
        assertThatThrownBy(() -> Topics.ORDER_COMMAND.decode(with(good, "data", "{")))
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> Topics.ORDER_COMMAND.decode(with(good, "data", "null")))
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> Topics.ORDER_COMMAND.decode(Map.of("foo", "bar")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("'v'");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }
}
