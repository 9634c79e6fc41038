package com.quanticity.ibkr.gateway.internal.wire.field;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "0, 0",
        "-0, 0",
        "007, 7",
        "-7, -7",
        "1000000042, 1000000042",
        "2147483647, 2147483647",
        "-2147483648, -2147483648",
        "0000000000000000000000012, 12"
    })
    void readsIntegersUpToTheirLimits(String wire, int expected) {
        FieldReader in = reader(wire, "9");

        assertThat(in.integer("field")).isEqualTo(expected);
        assertThat(in.integer("next field")).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2147483648",
                "-2147483649",
                "99999999999",
                "999999999999999999",
                "9223372036854775808",
                "-",
                "+1",
                "1.0",
                "1e3",
                " 1",
                "x"
            })
    void refusesWhatIsNoIntegerOf32Bits(String wire) {
        assertThatThrownBy(() -> reader(wire).integer("field")).isInstanceOf(MalformedFieldException.class);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                -1,
                999_999_999_999_999_999L,
                1_000_000_000_000_000_000L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1
            })
    void readsLongIntegersUpToTheirLimits(long value) {
        assertThat(reader(Long.toString(value)).longInteger("field")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "99999999999999999999"})
    void refusesIntegersBeyond64Bits(String wire) {
        assertThatThrownBy(() -> reader(wire).longInteger("field"))
                .isInstanceOf(MalformedFieldException.class)
                .hasMessage("field field: beyond 64 bit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.7976931348623157E308", "1.7976931348623157E+308", "1.7976931348623157e308", "NaN", ""})
    void takesTheLargestDoubleInAnySpellingAsAbsent(String wire) {
        assertThat(reader(wire).numberOrNull("field")).isNull();
        assertThat(reader(wire).sizeOrNull("field")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.7976931348623157E307", "1.7976931348623156E308", "-1.7976931348623157E308"})
    void keepsNumbersThatOnlyResembleTheLargestDouble(String wire) {
        assertThat(reader(wire).numberOrNull("field")).isEqualTo(new BigDecimal(wire));
    }

    @Test
    void refusesASentinelWhereANumberMustBe() {
        assertThatThrownBy(() -> reader("1.7976931348623157E308").number("field"))
                .hasMessage("field field: no number where one must be");
    }

    @Test
    void refusesAFieldWithoutItsEnd() {
        FieldReader in = new FieldReader();
        in.reset("12345678".getBytes(US_ASCII), 0, 8);

        assertThatThrownBy(() -> in.integer("field")).hasMessage("field field: missing");
    }

    @Test
    void readsNothingBeyondTheEndOfTheFrame() {
        FieldReader in = new FieldReader();
        in.reset("12345\0".getBytes(US_ASCII), 0, 3);

        assertThatThrownBy(() -> in.integer("field")).hasMessage("field field: missing");
    }

    private static FieldReader reader(String... fields) {
        byte[] bytes = (String.join("\0", fields) + "\0").getBytes(US_ASCII);
        FieldReader in = new FieldReader();
        in.reset(bytes, 0, bytes.length);
        return in;
    }
}
