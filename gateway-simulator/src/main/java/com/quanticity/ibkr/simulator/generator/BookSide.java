package com.quanticity.ibkr.simulator.generator;

import com.quanticity.ibkr.simulator.generator.Profile.Site;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.BookRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** One side of a made-up book: ten price levels, at each of them the lots of some venues. */
final class BookSide {

    private static final int LEVELS = 10;

    private final Profile profile;
    private final SplittableRandom random;

    /** How many ticks a worse price lies away: -1 for bids, 1 for asks. */
    private final int worse;

    /** Lots of each venue, by price in ticks away from the middle: the first is the best. */
    private final TreeMap<Integer, int[]> levels = new TreeMap<>();

    BookSide(Profile profile, SplittableRandom random, boolean isBid) {
        this.profile = profile;
        this.random = random;
        this.worse = isBid ? -1 : 1;
    }

    /** Makes a price the best: better ones go, missing ones come. */
    void moveTo(int best) {
        levels.headMap(best * worse).clear();
        levels.computeIfAbsent(best * worse, any -> level());
        while (levels.size() > LEVELS) {
            levels.pollLastEntry();
        }
        while (levels.size() < LEVELS) {
            int next = levels.lastKey() + 1 + random.nextInt(profile.spread());
            if (worse < 0 && next >= 0) {
                return;
            }
            levels.put(next, level());
        }
    }

    /** Other lots at the best price. */
    void refreshBest() {
        levels.put(levels.firstKey(), level());
    }

    /** Lots come or go at one of the worse prices. */
    void refreshDeep() {
        List<Integer> prices = List.copyOf(levels.keySet());
        if (prices.size() > 1) {
            int[] lots = levels.getOrDefault(prices.get(1 + random.nextInt(prices.size() - 1)), new int[0]);
            int venue = random.nextInt(lots.length);
            lots[venue] = sum(lots) > lots[venue] && random.nextInt(3) == 0 ? 0 : lots();
        }
    }

    int bestLots() {
        return sum(levels.firstEntry().getValue());
    }

    /** Price, lots of all venues, and their letters, the largest first. */
    BestPrice best() {
        Map.Entry<Integer, int[]> best = levels.firstEntry();
        return new BestPrice(
                profile.price(best.getKey() * worse), profile.size(sum(best.getValue())), letters(best.getValue()));
    }

    private String letters(int[] lots) {
        int first = 0;
        StringBuilder others = new StringBuilder();
        for (int venue = 1; venue < lots.length; venue++) {
            if (lots[venue] > lots[first]) {
                first = venue;
            }
        }
        for (int venue = 0; venue < lots.length; venue++) {
            if (venue != first && lots[venue] > 0) {
                others.append(profile.venues().get(venue).letter());
            }
        }
        return profile.venues().get(first).letter() + others;
    }

    List<BookRow> rows() {
        List<BookRow> rows = new ArrayList<>();
        levels.forEach((away, lots) -> {
            BigDecimal price = profile.price(away * worse);
            for (int venue = 0; venue < lots.length; venue++) {
                addRows(rows, price, profile.venues().get(venue), lots[venue]);
            }
        });
        return rows;
    }

    private void addRows(List<BookRow> rows, BigDecimal price, Site venue, int lots) {
        if (lots == 0) {
            return;
        }
        if (venue.makers().isEmpty()) {
            rows.add(new BookRow(price, profile.size(lots), venue.exchange(), ""));
            return;
        }
        int makers = Math.min(lots, 1 + lots % 2);
        for (int i = 0; i < makers; i++) {
            int share = i == 0 ? lots - lots / 2 * (makers - 1) : lots / 2;
            rows.add(new BookRow(
                    price, profile.size(share), venue.exchange(), venue.makers().get(i)));
        }
    }

    private int[] level() {
        int[] lots = new int[profile.venues().size()];
        int main = random.nextInt(lots.length);
        lots[main] = lots();
        for (int venue = 0; venue < lots.length; venue++) {
            if (venue != main && random.nextInt(5) < 1) {
                lots[venue] = lots();
            }
        }
        return lots;
    }

    private int lots() {
        return 1 + random.nextInt(profile.lots() * 2);
    }

    private static int sum(int[] lots) {
        int sum = 0;
        for (int one : lots) {
            sum += one;
        }
        return sum;
    }
}
