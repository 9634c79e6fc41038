package com.quanticity.ibkr.gateway.inspect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.gateway.request.SessionRequest.ReqIds;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class RequestJsonTest {

    private final RequestJson json = new RequestJson(200);

    @Test
    void showsARequest() {
        assertThat(json.show(new ReqIds(1))).hasToString("{\"name\":\"REQ_IDS\",\"args\":{\"numIds\":1}}");
    }

    @Test
    void takesTheNameUnderMessageAndIgnoresTheCase() {
        byte[] frame = json.write("{\"message\":\"REQ_IDS:one\",\"args\":{\"numIds\":1}}");

        assertThat(frame).isEqualTo(HexFormat.of().parseHex("00000006380031003100"));
    }

    @Test
    void showsWhatTheClientDidNotSetAsTheClientWroteIt() {
        String order = "{\"name\":\"PLACE_ORDER\",\"args\":{\"orderId\":7,\"contract\":{},\"order\":{\"tif\":\"\"}}}";

        assertThat(json.read(json.write(order)).path("args").path("order"))
                .hasToString("{\"action\":\"BUY\",\"orderType\":\"LMT\",\"tif\":\"\",\"transmit\":true}");
    }

    @Test
    void keepsEveryDigit() {
        String order = "{\"name\":\"PLACE_ORDER\",\"args\":{\"orderId\":7,\"contract\":{},"
                + "\"order\":{\"lmtPrice\":0.12345678901234567891,\"totalQuantity\":\"0.00000001\"}}}";

        assertThat(json.read(json.write(order)).path("args").path("order").toString())
                .contains("\"lmtPrice\":0.12345678901234567891", "\"totalQuantity\":\"0.00000001\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"name\":\"REQ_NOTHING\",\"args\":{}} | 'REQ_NOTHING' is no request",
                "{\"name\":\"CANCEL_MKT_DATA\",\"args\":{}} | args.reqId is missing",
                "{\"name\":\"CANCEL_MKT_DATA\",\"args\":{\"reqId\":\"7\"}} | args.reqId: \"7\" is not an integer",
                "{\"name\":\"REQ_IDS\",\"args\":{\"numId\":1}} | args has no member numId",
                "{\"name\":\"REQ_IDS\"} | args is no object",
                "{\"name\":\"PLACE_ORDER\",\"args\":{\"orderId\":1,\"contract\":{},\"order\":{\"lmtprice\":1}}} | args.order has no member lmtprice",
                "{\"name\":\"PLACE_ORDER\",\"args\":{\"orderId\":1,\"contract\":{},\"order\":{\"permId\":1}}} | args.order has no member permId",
                "{\"name\":\"REQ_MARKET_DATA_TYPE\",\"args\":{\"marketDataType\":0}} | no data type UNKNOWN can be asked for",
                "{\"name\":\"REQ_MARKET_DATA_TYPE\",\"args\":{\"marketDataType\":9}} | args.marketDataType: 9 is none of",
                "{\"name\":\"SET_SERVER_LOGLEVEL\",\"args\":{\"logLevel\":6}} | args.logLevel: 6 is none of",
                "{\"name\":\"REQ_MATCHING_SYMBOLS\",\"args\":{\"reqId\":1,\"pattern\":\"é\"}} | refused with 579",
                "{\"name\":\"START_API\",\"args\":{\"clientId\":1,\"optionalCapabilities\":\"é\"}} | is not printable ASCII",
                "{\"name\": | no JSON"
            })
    void refusesWhatIsNoMessage(String message, String reason) {
        assertThatThrownBy(() -> json.write(message))
                .isInstanceOf(InspectionException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesWhatTheVersionCannotCarry() {
        assertThatThrownBy(() -> new RequestJson(196).write("{\"name\":\"REQ_CURRENT_TIME_IN_MILLIS\",\"args\":{}}"))
                .isInstanceOf(InspectionException.class)
                .hasMessageContaining("refused with 503");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "8|1|x|, REQ_IDS, 'field 3, numIds: ''x'' is no integer of 32 bits'",
                "8|1|, REQ_IDS, 'the message ends before numIds, field 3'",
                "999|1|, UNKNOWN, '''999'' is the id of no message that is known here'",
                "8|1|1, UNKNOWN, the last field is not terminated"
            })
    void showsABrokenFrameAsItsFields(String payload, String name, String error) {
        ObjectNode shown = read(payload);

        assertThat(shown.path("name").asString()).isEqualTo(name);
        assertThat(shown.path("error").asString()).isEqualTo(error);
        assertThat(shown.path("fields").path(0).asString()).isEqualTo(payload.substring(0, payload.indexOf('|')));
    }

    @Test
    void showsFieldsAfterTheLastKnownOne() {
        assertThat(read("8|1|1|more|"))
                .hasToString("{\"name\":\"REQ_IDS\",\"args\":{\"numIds\":1},\"extra\":[\"more\"]}");
    }

    @Test
    void takesBothSpellingsOfAnUnsetIndicator() {
        assertThat(read("58||2147483647|")).isEqualTo(read("58|||"));
    }

    @Property(tries = 500)
    void readsAnyBytesWithoutFailing(@ForAll @Size(max = 200) byte[] bytes) {
        assertThat(json.read(bytes, 0, bytes.length).has("name")).isTrue();
        assertThat(json.read(bytes).has("name")).isTrue();
    }

    @Property(tries = 500)
    void readsAnyFieldsOfAnyMessageWithoutFailing(
            @ForAll ClientMessage message, @ForAll @Size(max = 200) String[] fields) {
        String payload = message.id() + "|" + String.join("|", fields) + "|";

        assertThat(read(payload).has("name")).isTrue();
    }

    private ObjectNode read(String payload) {
        byte[] bytes = payload.replace('|', '\0').getBytes(ISO_8859_1);
        return json.read(bytes, 0, bytes.length);
    }
}
