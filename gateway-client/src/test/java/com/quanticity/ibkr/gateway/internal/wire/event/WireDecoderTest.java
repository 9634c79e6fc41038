package com.quanticity.ibkr.gateway.internal.wire.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import com.quanticity.ibkr.gateway.event.TickEvent.TickSize;
import com.quanticity.ibkr.gateway.event.UnreadEvent.MalformedFrame;
import com.quanticity.ibkr.gateway.event.UnreadEvent.UnknownMessage;
import com.quanticity.ibkr.gateway.internal.wire.Vectors;
import com.quanticity.ibkr.gateway.internal.wire.Vectors.Vector;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireDecoderTest {

    @ParameterizedTest
    @CsvSource({
        "189.10, 189.10",
        "0.00005, 0.00005",
        "1.0E-4, 0.0001",
        "1.0E9, 1000000000",
        "-2.5, -2.5",
        "0, 0",
        "123456789012345678, 123456789012345678",
        "999999999999999999000, "
    })
    void keepsEveryDigitOfAPrice(String wire, String exact) {
        GatewayEvent event = Frames.decode(200, 1, 6, 7, 1, wire, 100, 0);

        if (exact == null) {
            assertThat(event).isInstanceOf(MalformedFrame.class);
        } else {
            assertThat(((TickPrice) event).price()).isEqualByComparingTo(exact);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.7976931348623157E308", "1.7976931348623157e+308", "NaN", "Infinity"})
    void takesSentinelPricesAsAbsent(String wire) {
        TickPrice tick = (TickPrice) Frames.decode(200, 1, 6, 7, 1, wire, 100, 0);

        assertThat(tick.price()).isNull();
        assertThat(tick.size()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "-1.0, 0", "-1.00, ''"})
    void readsMinusOneWithoutSizeAsNoQuote(String price, String size) {
        assertThat(((TickPrice) Frames.decode(200, 1, 6, 7, 1, price, size, 0)).hasPrice())
                .isFalse();
    }

    @Test
    void keepsMinusOneWithASizeAsThePriceOfASpread() {
        TickPrice tick = (TickPrice) Frames.decode(200, 1, 6, 7, 2, "-1", "5", 0);

        assertThat(tick.price()).isEqualByComparingTo("-1");
    }

    @Test
    void dropsTheMeaninglessSizeOfATypeThatHasNone() {
        TickPrice close = (TickPrice) Frames.decode(200, 1, 6, 7, 9, "187.9", "0", 0);

        assertThat(close.hasSize()).isFalse();
        assertThat(close.tickType()).isEqualTo(TickType.CLOSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2147483647",
                "9223372036854775807",
                "-9223372036854775808",
                "1.7976931348623157E308",
                "1.7976931348623157e+308"
            })
    void takesSentinelSizesAsAbsent(String wire) {
        assertThat(((TickSize) Frames.decode(200, 2, 6, 7, 8, wire)).size()).isNull();
    }

    @Test
    void keepsTheCodeOfATickTypeItDoesNotKnow() {
        TickSize tick = (TickSize) Frames.decode(200, 2, 6, 7, 250, 1);

        assertThat(tick.tickType()).isEqualTo(TickType.UNRECOGNISED);
        assertThat(tick.tickTypeCode()).isEqualTo(250);
    }

    @Test
    void readsErrorsWithAndWithoutTime() {
        assertThat(Frames.decode(193, 4, 2, -1, 2104, "OK", "")).isEqualTo(new ErrorMessage(-1, 2104, "OK", "", null));
        assertThat(Frames.decode(194, 4, -1, 2104, "OK", "", 1775425766350L))
                .isEqualTo(new ErrorMessage(-1, 2104, "OK", "", Instant.ofEpochMilli(1775425766350L)));
    }

    @Test
    void replacesEscapesAndLeavesMalformedOnes() {
        ErrorMessage error = (ErrorMessage) Frames.decode(193, 4, 2, 7, 399, "\\u00fc \\u20AC \\u12 \\x", "");

        assertThat(error.errorMsg()).isEqualTo("ü € \\u12 \\x");
    }

    @Test
    void ignoresFieldsAfterTheLastOneItKnows() {
        assertThat(Frames.decode(200, 9, 1, 42, "later", "fields")).isEqualTo(new ConnectionEvent.NextValidId(42));
    }

    @Test
    void keepsTheBytesOfAFrameThatEndsTooSoon() {
        MalformedFrame malformed = (MalformedFrame) Frames.decode(200, 3, 7, "Submitted", 0);

        assertThat(malformed.messageId()).isEqualTo(3);
        assertThat(malformed.problem()).isEqualTo("field remaining: missing");
        assertThat(malformed.frame().toByteArray()).isEqualTo(Frames.payload(3, 7, "Submitted", 0));
    }

    @Test
    void reportsAWordInPlaceOfANumber() {
        assertThat(Frames.decode(200, 9, 1, "seven"))
                .isInstanceOfSatisfying(
                        MalformedFrame.class,
                        frame -> assertThat(frame.problem()).contains("id: not an integer"));
    }

    @Test
    void reportsAnImpossibleCountInsteadOfReservingMemory() {
        MalformedFrame malformed = (MalformedFrame) decodeWithReplaced("2147483646");

        assertThat(malformed.problem()).contains("legs#");
    }

    @Test
    void refusesNumbersWithAbsurdExponents() {
        assertThat(Frames.decode(200, 61, 3, "A", 1, "S", "STK", "", "1E999999999", "", "", "", "", "", "", 1, 1))
                .isInstanceOf(MalformedFrame.class);
    }

    @Test
    void countsMessagesItDoesNotSpeakAsUnknown() {
        assertThat(Frames.decode(200, 250, 1, 2, 3, 4))
                .isInstanceOfSatisfying(
                        UnknownMessage.class,
                        message -> assertThat(message.messageId()).isEqualTo(250));
    }

    @Property(tries = 500)
    void neverThrowsWhateverTheBytes(@ForAll @Size(max = 200) byte[] bytes) {
        assertThat(new WireDecoder(200).decode(bytes, 0, bytes.length)).isNotNull();
    }

    @Test
    void neverThrowsOnTruncatedOrBentRealFrames() {
        for (Vector vector : Vectors.events().toList()) {
            byte[] frame = vector.bytes();
            WireDecoder decoder = new WireDecoder(vector.serverVersion());
            for (int end = 4; end < frame.length; end += 7) {
                assertThat(decoder.decode(frame, 4, end)).isNotNull();
            }
            for (int i = 4; i < frame.length; i += 5) {
                byte kept = frame[i];
                frame[i] = (byte) (kept ^ 0x1F);
                assertThat(decoder.decode(frame, 4, frame.length)).isNotNull();
                frame[i] = kept;
            }
        }
    }

    @Test
    void leavesTheNextFrameAloneAfterABadOne() {
        WireDecoder decoder = new WireDecoder(200);
        byte[] bad = Frames.payload(9, 1, "x");
        byte[] good = Frames.payload(9, 1, 5);

        assertThat(List.of(decoder.decode(bad, 0, bad.length), decoder.decode(good, 0, good.length))
                        .get(1))
                .isEqualTo(new ConnectionEvent.NextValidId(5));
    }

    @Test
    void comparesPricesByDigitsNotByDoubles() {
        TickPrice tick = (TickPrice) Frames.decode(200, 1, 6, 7, 1, "0.1", 1, 0);

        assertThat(tick.price()).isEqualTo(new BigDecimal("0.1"));
    }

    /** A completed order of the vectors with its leg count replaced. */
    private static GatewayEvent decodeWithReplaced(String legCount) {
        Vector vector = Vectors.events()
                .filter(candidate -> candidate.message().equals("COMPLETED_ORDER"))
                .findFirst()
                .orElseThrow();
        byte[] frame = vector.bytes();
        String[] fields =
                new String(frame, 4, frame.length - 4, java.nio.charset.StandardCharsets.ISO_8859_1).split("\0", -1);
        WireDecoder decoder = new WireDecoder(vector.serverVersion());
        for (int i = 0; i < fields.length - 1; i++) {
            String[] bent = fields.clone();
            bent[i] = legCount;
            byte[] payload = Frames.payload((Object[]) java.util.Arrays.copyOf(bent, bent.length - 1));
            if (decoder.decode(payload, 0, payload.length) instanceof MalformedFrame malformed
                    && malformed.problem().contains("legs#")) {
                return malformed;
            }
        }
        throw new AssertionError("no field of the frame is a leg count");
    }
}
