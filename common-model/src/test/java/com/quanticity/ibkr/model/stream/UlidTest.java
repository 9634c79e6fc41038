package com.quanticity.ibkr.model.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UlidTest {

    private static final Clock FIXED = Clock.fixed(Instant.ofEpochMilli(1_469_918_176_385L), ZoneOffset.UTC);

    @Test
    void startsWithItsMillisecondInBase32() {
        assertThat(new Ulid(FIXED).next()).startsWith("01ARYZ6S41").hasSize(26);
    }

    @Test
    void growsStrictlyWithinOneMillisecond() {
        Ulid ids = new Ulid(FIXED);

        var made = Stream.generate(ids::next).limit(10_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(Ulid::isValid);
    }

    @Test
    void neverGoesBackWithTheClock() {
        var clock = new SettableClock();
        clock.millis = 2_000;
        Ulid ids = new Ulid(clock);
        String before = ids.next();
        clock.millis = 1_000;

        assertThat(ids.next()).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01ARYZ6S41",
                "01ARYZ6S41TSV4RRFFQ69G5FAI",
                "81ARYZ6S41TSV4RRFFQ69G5FAV",
                "01aryz6s41tsv4rrffq69g5fav"
            })
    void refusesWhatIsNoUlid(String text) {
        assertThat(Ulid.isValid(text)).isFalse();
    }

    private static final class SettableClock extends Clock {
        private long millis;

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    }
}
