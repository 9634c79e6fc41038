package com.quanticity.ibkr.simulator.generator;

import com.quanticity.ibkr.simulator.generator.GeneratorFeed.Profile;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** The random walk of one symbol: its own random numbers, so that symbols do not depend on one another. */
final class SymbolWalk {

    private static final String EXCHANGES = "PQZKNV";
    private static final BigDecimal ROUND_LOT = BigDecimal.valueOf(100);

    private final Profile profile;
    private final SplittableRandom random;
    private long nextTime;
    private long row;
    private boolean hasTraded;
    private int bidCents;
    private int askCents;
    private int bidLots;
    private int askLots;
    private char bidExchange = 'P';
    private char askExchange = 'Q';

    SymbolWalk(Profile profile, long seed, Instant start) {
        this.profile = profile;
        this.random = new SplittableRandom(seed * 31 + profile.symbol().hashCode());
        Instant opening = start.minus(Duration.ofSeconds(1));
        this.nextTime = opening.getEpochSecond() * 1_000_000_000L + opening.getNano();
        this.bidCents = profile.cents() + random.nextInt(-profile.cents() / 200, profile.cents() / 200);
        this.askCents = bidCents + profile.spread();
        this.bidLots = lots();
        this.askLots = lots();
    }

    String symbol() {
        return profile.symbol();
    }

    long nextTime() {
        return nextTime;
    }

    /** The first two events are a quote and a trade before the start: the initial state. */
    MarketEvent next() {
        long time = nextTime;
        boolean isOpeningQuote = row == 0;
        boolean isOpeningTrade = row == 1 && !hasTraded;
        nextTime += isOpeningQuote ? 1 : isOpeningTrade ? 1_000_000_000L + gapNanos() : gapNanos();
        if (isOpeningQuote) {
            return quote(time);
        }
        if (isOpeningTrade || random.nextInt(100) < 25) {
            return trade(time);
        }
        move();
        return quote(time);
    }

    private MarketEvent quote(long time) {
        row++;
        return new MarketEvent.Quote(
                profile.symbol(),
                time,
                row,
                side(bidCents, bidLots, bidExchange),
                side(askCents, askLots, askExchange));
    }

    private MarketEvent trade(long time) {
        hasTraded = true;
        boolean isBuy = random.nextBoolean();
        int displayed = isBuy ? askLots : bidLots;
        int lots = 1 + random.nextInt(displayed);
        return new MarketEvent.Trade(
                profile.symbol(),
                time,
                BigDecimal.valueOf(isBuy ? askCents : bidCents, 2),
                ROUND_LOT.multiply(BigDecimal.valueOf(lots)),
                true);
    }

    private void move() {
        switch (random.nextInt(4)) {
            case 0 -> {
                bidLots = lots();
                bidExchange = exchange();
            }
            case 1 -> {
                askLots = lots();
                askExchange = exchange();
            }
            default -> movePrices();
        }
    }

    /** Pulled back to the profile's level, so that a long run stays in a believable range. */
    private void movePrices() {
        double pull = (profile.cents() - bidCents) / (profile.cents() * 0.04);
        int step = random.nextDouble() < 0.5 + pull / 2 ? 1 : -1;
        int size = 1 + random.nextInt(Math.max(1, profile.spread()));
        bidCents = Math.max(1, bidCents + step * size);
        askCents = bidCents + 1 + random.nextInt(profile.spread() * 2);
        bidLots = lots();
        askLots = lots();
        bidExchange = exchange();
        askExchange = exchange();
    }

    private int lots() {
        return 1 + random.nextInt(profile.lots() * 2);
    }

    private char exchange() {
        return EXCHANGES.charAt(random.nextInt(EXCHANGES.length()));
    }

    private long gapNanos() {
        double seconds = -StrictMath.log(1 - random.nextDouble()) / profile.eventsPerSecond();
        return Math.max(1_000_000L, (long) (seconds * 1e9));
    }

    private static BestPrice side(int cents, int lots, char exchange) {
        return new BestPrice(
                BigDecimal.valueOf(cents, 2), ROUND_LOT.multiply(BigDecimal.valueOf(lots)), String.valueOf(exchange));
    }
}
