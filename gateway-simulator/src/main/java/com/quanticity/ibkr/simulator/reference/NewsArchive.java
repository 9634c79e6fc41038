package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Headlines about every contract, two each day and provider, for all days there ever were: a rule makes them, so that
 * the same question always gets the same answer. Nothing in them is true.
 */
public final class NewsArchive {

    /** Codes and names; the codes are those that clients know, the texts are ours. */
    public static final List<Provider> PROVIDERS = List.of(
            new Provider("BRFG", "Simulated General Market Columns"),
            new Provider("BRFUPDN", "Simulated Analyst Actions"),
            new Provider("DJNL", "Simulated Newsletters"));

    private static final List<String> HEADLINES = List.of(
            "%s: volume above its ten-day average",
            "%s: analysts meet in a made-up conference",
            "%s: opinions differ about the next quarter",
            "%s: a made-up house keeps its rating",
            "%s: trading as usual",
            "%s: shares move with the market",
            "%s: invented product presented");

    private static final int A_DAY = 2;

    /** Whether all of these are codes of ours. */
    public static boolean knows(List<String> codes) {
        return PROVIDERS.stream().map(Provider::code).toList().containsAll(codes);
    }

    /** Articles about a contract with a time in [from, to), latest first; never more than asked for. */
    public List<Article> about(ListedContract contract, List<String> providers, Instant from, Instant to, int most) {
        LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC);
        return Stream.iterate(last, day -> !day.isBefore(first), day -> day.minusDays(1))
                .flatMap(day -> ofDay(contract, day))
                .filter(article -> providers.contains(article.provider()))
                .filter(article ->
                        !article.time().isBefore(from) && article.time().isBefore(to))
                .limit(most)
                .toList();
    }

    /** The article of an id; empty when the id is none of ours. */
    Optional<String> text(String provider, String articleId) {
        boolean isOurs = articleId.matches(provider + "\\$[0-9a-f]{8,16}");
        return isOurs
                ? Optional.of("<p>This article was made up by the simulator. Id " + articleId + ".</p>")
                : Optional.empty();
    }

    private static Stream<Article> ofDay(ListedContract contract, LocalDate day) {
        int most = A_DAY * PROVIDERS.size();
        return IntStream.range(0, most).mapToObj(slot -> article(contract, day, most - 1 - slot));
    }

    /** Slots are between 12:00 and 21:00 UTC, an hour and a half apart. */
    private static Article article(ListedContract contract, LocalDate day, int slot) {
        long number = day.toEpochDay() * 31 + contract.conId() * 7L + slot;
        Provider provider = PROVIDERS.get(slot % PROVIDERS.size());
        Instant time = day.atTime(12, 0)
                .plusMinutes(90L * slot + Math.floorMod(number, 60))
                .toInstant(ZoneOffset.UTC);
        String id = String.format("%s$%08x%02x", provider.code(), (int) (number * 2_654_435_761L >>> 16), slot);
        String headline = HEADLINES.get((int) Math.floorMod(number, (long) HEADLINES.size()));
        return new Article(time, provider.code(), id, String.format(headline, contract.symbol()));
    }

    /** Who publishes. */
    public record Provider(String code, String name) {}

    /** One headline; {@code time} has whole minutes. */
    public record Article(Instant time, String provider, String id, String headline) {}
}
