package com.quanticity.ibkr.adapter.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.model.market.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuoteBufferTest {

    private static final Duration NO_WAIT = Duration.ZERO;

    private final QuoteBuffer buffer = new QuoteBuffer(5);

    @Test
    void givesWhatWaitsInOrderAndNoMoreThanAsked() throws InterruptedException {
        buffer.put(quotes(1, 2));
        buffer.put(quotes(3, 4));

        assertThat(sequences(buffer.take(3, NO_WAIT))).containsExactly(1L, 2L, 3L);
        assertThat(sequences(buffer.take(3, NO_WAIT))).containsExactly(4L);
        assertThat(buffer.take(3, NO_WAIT)).isEmpty();
    }

    @Test
    void dropsTheOldestBeyondItsBoundAndCountsThem() throws InterruptedException {
        assertThat(buffer.put(quotes(1, 4))).isZero();
        assertThat(buffer.put(quotes(5, 7))).isEqualTo(2);

        assertThat(sequences(buffer.take(10, NO_WAIT))).containsExactly(3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void wakesAWaitingTaker() throws InterruptedException {
        Thread.ofVirtual().start(() -> buffer.put(quotes(1, 1)));

        assertThat(buffer.take(1, Duration.ofSeconds(10))).hasSize(1);
    }

    static List<Quote> quotes(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> new TopOfBook(TestContracts.SPY).quote(1, sequence, Instant.EPOCH))
                .toList();
    }

    private static List<Long> sequences(List<Quote> quotes) {
        return quotes.stream().map(Quote::sequence).toList();
    }
}
