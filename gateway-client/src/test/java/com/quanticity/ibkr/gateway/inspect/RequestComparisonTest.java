package com.quanticity.ibkr.gateway.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** That a difference is found: a comparison that always passes would prove nothing. */
class RequestComparisonTest {

    private static final String JAVA = "java-10.34.02";
    private static final String PYTHON = "python-10.48";

    @Test
    void findsOneByteOfTheJavaClientThatDiffers() {
        assertThat(differences(199, JAVA, "CANCEL_MKT_DATA", "{\"reqId\":7}", "0000000632003200370000"))
                .first()
                .asString()
                .startsWith("written: ");
    }

    @Test
    void takesTheOtherSpellingOfThePythonClient() {
        assertThat(differences(200, PYTHON, "CANCEL_MKT_DATA", "{\"reqId\":7}", "00000006320032003700"))
                .isEmpty();
    }

    @Test
    void findsAnArgumentThatDiffers() {
        assertThat(differences(200, PYTHON, "REQ_IDS", "{\"numIds\":2}", "00000006380031003100"))
                .containsExactly("written field 2: 2 / 1", "args.numIds: 1 / 2");
    }

    @Test
    void findsAFieldTooMany() {
        assertThat(differences(200, PYTHON, "REQ_IDS", "{\"numIds\":1}", "000000083800310031003900"))
                .contains("written: 4 / 5 fields", "read: extra [\"9\"]");
    }

    @Test
    void tellsWhatCannotBeWritten() {
        assertThat(differences(187, JAVA, "REQ_CURRENT_TIME_IN_MILLIS", "{}", "0000000431303500"))
                .first()
                .asString()
                .startsWith("written: refused with 503");
    }

    private static List<String> differences(int version, String encoder, String name, String args, String hex) {
        String vector = "{\"name\":\"%s:test\",\"serverVersion\":%d,\"encoder\":\"%s\",\"args\":%s,\"hex\":\"%s\"}"
                .formatted(name, version, encoder, args, hex);
        return RequestComparison.differences(new JsonMapper().readTree(vector));
    }
}
