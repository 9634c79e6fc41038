package com.quanticity.ibkr.adapter.history;

import static com.quanticity.ibkr.adapter.history.HistoryRows.bar;
import static com.quanticity.ibkr.adapter.history.HistoryRows.quote;
import static com.quanticity.ibkr.adapter.history.HistoryRows.quotes;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.adapter.history.HistoryProof.StreamProof;
import com.quanticity.ibkr.adapter.history.HistoryProof.Verdict;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Quotes of today: entries are as old as the day that is asked for. */
class HistoryProverIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final TestServers servers = new TestServers(Clock.systemUTC());
    private final HistoryProver prover = new HistoryProver(servers.bus, servers.database, Clock.systemUTC());

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void agreesWhenEverythingHeldIsStored() throws Exception {
        List<Quote> all = today(quotes(1, 200));
        all.addAll(today(List.of(quote(201, new BigDecimal("-0.0050"), "a|\u00e9"))));
        publish(all);
        publish(all.subList(150, 201));
        store(all);

        StreamProof proof = quoteProof();

        assertThat(proof.verdict()).isEqualTo(Verdict.EQUAL);
        assertThat(proof.heldItems()).isEqualTo(201);
        assertThat(proof.repeatedItems()).isEqualTo(51);
        assertThat(proof.connections().getFirst().missing()).isZero();
    }

    @Test
    void tellsWhatIsNotStoredYetMissingOrTrimmed() throws Exception {
        List<Quote> all = today(quotes(1, 100));
        for (Quote quote : all) {
            publish(List.of(quote));
        }
        store(all.subList(0, 40));
        store(all.subList(45, 90));
        assertThat(quoteProof().verdict()).isEqualTo(Verdict.DIFFERENT);
        servers.redis.opsForStream().trim(servers.bus.prefix() + StreamName.MARKET_QUOTE.text(), 50);

        StreamProof proof = quoteProof();

        assertThat(proof.verdict()).isEqualTo(Verdict.HOLES);
        assertThat(proof.heldItems()).isEqualTo(50);
        assertThat(proof.waitingItems()).isEqualTo(10);
        assertThat(proof.connections().getFirst().missing()).isEqualTo(5);
        assertThat(proof.connections().getFirst().firstMissing()).isEqualTo(41);
        assertThat(proof.notes()).anyMatch(note -> note.contains("from number 51 on"));
    }

    @Test
    void findsARowWhoseContentDiffers() throws Exception {
        List<Quote> all = today(quotes(1, 100));
        publish(all);
        store(all);
        servers.database.update("update adapter.ib_l1_quotes set bid = 1 where sequence = 50");

        assertThat(quoteProof().verdict()).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void comparesBarsByTheOneThatStands() throws Exception {
        List<Bar> published = List.of(
                bar(0, Bar.Source.BACK_FILLED, "168.10"),
                bar(0, Bar.Source.LIVE, "168.20"),
                bar(1, Bar.Source.LIVE, "168.30"),
                bar(1, Bar.Source.BACK_FILLED, "168.40"));
        published.forEach(bar -> servers.bus.publish(Topics.MARKET_BAR, bar.symbol(), bar));
        new TableCopy<>(servers.dataSource, MarketTables.BARS).store(published::forEach);

        StreamProof proof =
                prover.prove(LocalDate.of(2013, 10, 7)).orElseThrow().streams().getLast();

        assertThat(proof.verdict()).isEqualTo(Verdict.EQUAL);
        assertThat(proof.heldItems()).isEqualTo(2);
    }

    private StreamProof quoteProof() {
        return prover.prove(TODAY).orElseThrow().streams().getFirst();
    }

    private void publish(List<Quote> quotes) {
        servers.bus.publish(Topics.MARKET_QUOTE, "", new QuoteBatch(quotes));
    }

    private void store(List<Quote> quotes) throws Exception {
        new TableCopy<>(servers.dataSource, MarketTables.QUOTES).store(quotes::forEach);
    }

    private static List<Quote> today(List<Quote> quotes) {
        Instant midnight = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        long connection = midnight.toEpochMilli() + 1;
        List<Quote> all = new ArrayList<>();
        for (Quote quote : quotes) {
            all.add(new Quote(
                    quote.symbol(),
                    quote.contractId(),
                    quote.bid(),
                    quote.bidSize(),
                    quote.ask(),
                    quote.askSize(),
                    quote.last(),
                    quote.lastSize(),
                    quote.bidExchange(),
                    quote.askExchange(),
                    quote.dataType(),
                    connection,
                    quote.sequence(),
                    midnight.plusNanos(quote.sequence() * 1_234_567)));
        }
        return all;
    }
}
