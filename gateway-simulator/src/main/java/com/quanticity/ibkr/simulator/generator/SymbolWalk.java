package com.quanticity.ibkr.simulator.generator;

import com.quanticity.ibkr.simulator.calendar.MarketPhase;
import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.Book;
import com.quanticity.ibkr.simulator.market.HaltKind;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;

/** The random walk of one instrument: its own random numbers, so that instruments do not depend on one another. */
final class SymbolWalk {

    private static final int TRADES_OF_HUNDRED = 25;
    private static final int ODD_LOTS_OF_HUNDRED = 15;
    private static final int SWEEPS_OF_HUNDRED = 10;

    /** Lots of the opening and closing crosses, in usual displayed lots. */
    private static final int CROSS = 400;

    /** So often an auction is announced while trading pauses. */
    private static final long INDICATION_NANOS = 10_000_000_000L;

    private final Profile profile;
    private final SplittableRandom random;
    private final Schedule schedule;
    private final VolatilityHalts halts;
    private final BookSide bids;
    private final BookSide asks;
    private final Queue<MarketEvent> pending = new ArrayDeque<>();
    private MarketPhase phase;
    private long nextTime;
    private long dayEnd;
    private long row;
    private int bid;
    private int ask;
    private int paired;

    SymbolWalk(Profile profile, TradingCalendar calendar, long seed, Instant start) {
        this(profile, calendar, seed, start, false);
    }

    SymbolWalk(Profile profile, TradingCalendar calendar, long seed, Instant start, boolean volatilityHalts) {
        this.profile = profile;
        this.random = new SplittableRandom(seed * 31 + profile.symbol().hashCode());
        this.schedule = new Schedule(calendar, profile.hours());
        this.bids = new BookSide(profile, random, true);
        this.asks = new BookSide(profile, random, false);
        Instant opening = start.minus(Duration.ofSeconds(1));
        long time = opening.getEpochSecond() * 1_000_000_000L + opening.getNano();
        this.halts = new VolatilityHalts(profile, seed, time, volatilityHalts && isStock());
        this.phase = schedule.moveTo(time);
        this.dayEnd = schedule.until();
        startAt(time);
    }

    String symbol() {
        return profile.symbol();
    }

    long nextTime() {
        MarketEvent first = pending.peek();
        return first == null ? nextTime : first.timeNanos();
    }

    MarketEvent next() {
        while (pending.isEmpty()) {
            advance();
        }
        return pending.remove();
    }

    /** The state before the first event: a close, a quote, a book and a trade. */
    private void startAt(long time) {
        bid = profile.level() + random.nextInt(-profile.level() / 200, profile.level() / 200);
        int close = bid + random.nextInt(-profile.level() / 200, profile.level() / 200);
        ask = bid + profile.spread();
        pending.add(new MarketEvent.Trade(symbol(), time, profile.price(close), BigDecimal.ZERO, true));
        pending.add(new MarketEvent.NewDay(symbol(), time));
        quote(time);
        trade(time, false);
        if (phase == MarketPhase.CLOSED) {
            withdraw(time);
        }
        nextTime = phase == MarketPhase.CLOSED
                ? schedule.until()
                : Math.min(schedule.until(), time + 1_000_000_000L + gapNanos(time));
    }

    private void advance() {
        if (halts.isPaused()) {
            waitForReopening(nextTime);
        } else {
            advanceTrading(nextTime);
        }
    }

    private void advanceTrading(long time) {
        MarketPhase now = schedule.moveTo(time);
        if (now != phase) {
            changePhase(now, time);
        } else if (time >= dayEnd) {
            pending.add(new MarketEvent.NewDay(symbol(), time));
        }
        dayEnd = schedule.until();
        if (now == MarketPhase.CLOSED) {
            nextTime = schedule.until();
            return;
        }
        if (halts.mustPause(time)) {
            pause(time);
            return;
        }
        halts.onStep(time, now, schedule.until());
        step(time);
        nextTime = halts.orEarlier(Math.min(schedule.until(), time + gapNanos(time)));
    }

    private void pause(long time) {
        halts.pause(time);
        pending.add(new MarketEvent.Halt(symbol(), time, HaltKind.VOLATILITY));
        nextTime = halts.orEarlier(time + INDICATION_NANOS);
    }

    private void waitForReopening(long time) {
        if (halts.mustReopen(time)) {
            reopen(time);
            nextTime = time + gapNanos(time);
        } else {
            announceAuction(time);
            nextTime = halts.orEarlier(time + INDICATION_NANOS);
        }
    }

    private void reopen(long time) {
        bid = Math.max(1, bid + halts.gapOfReopening(bid));
        ask = bid + profile.spread();
        halts.onReopened(time);
        pending.add(new MarketEvent.Halt(symbol(), time, HaltKind.NONE));
        cross(time, "5");
        quote(time);
    }

    private void changePhase(MarketPhase now, long time) {
        MarketPhase before = phase;
        phase = now;
        if (before == MarketPhase.CLOSED) {
            pending.add(new MarketEvent.NewDay(symbol(), time));
        }
        if (before == MarketPhase.OPENING_AUCTION) {
            cross(time, "O");
        }
        if (before == MarketPhase.CLOSING_AUCTION) {
            cross(time, "6");
        }
        if (now == MarketPhase.CLOSED) {
            withdraw(time);
        }
    }

    private void step(long time) {
        if (random.nextInt(100) < TRADES_OF_HUNDRED || !profile.isQuoted()) {
            if (!profile.isQuoted()) {
                movePrices();
            }
            trade(time, random.nextInt(100) < ODD_LOTS_OF_HUNDRED);
        } else {
            int drift = halts.drift(bid);
            if (drift != 0) {
                run(time, drift);
            } else {
                move();
            }
            quote(time);
        }
        if (phase == MarketPhase.OPENING_AUCTION || phase == MarketPhase.CLOSING_AUCTION) {
            announceAuction(time);
        }
    }

    private void quote(long time) {
        if (!profile.isQuoted()) {
            return;
        }
        row++;
        bids.moveTo(bid);
        asks.moveTo(ask);
        pending.add(new MarketEvent.Quote(symbol(), time, row, bids.best(), asks.best()));
        pending.add(new MarketEvent.Depth(symbol(), time, new Book(bids.rows(), asks.rows())));
    }

    private void withdraw(long time) {
        if (profile.isQuoted()) {
            row++;
            pending.add(new MarketEvent.Quote(symbol(), time, row, BestPrice.NONE, BestPrice.NONE));
            pending.add(new MarketEvent.Depth(symbol(), time, Book.EMPTY));
        }
    }

    private void trade(long time, boolean isOddLot) {
        if (!profile.isQuoted()) {
            pending.add(new MarketEvent.Trade(symbol(), time, profile.price(bid), BigDecimal.ZERO, true));
            return;
        }
        boolean isBuy = random.nextBoolean();
        isBuy = isBuy ? halts.allows(ask) : !halts.allows(bid);
        BookSide side = isBuy ? asks : bids;
        int lots = 1 + random.nextInt((int) Math.max(1, side.bestLots() * Math.min(1, schedule.activity(time))));
        boolean isOdd = isOddLot && profile.lotSize().compareTo(BigDecimal.TEN) > 0 && isStock();
        BigDecimal size = isOdd ? BigDecimal.valueOf(1 + random.nextInt(99)) : profile.size(lots);
        halts.onTrade(time, isBuy ? ask : bid);
        String letters = side.best().exchange();
        pending.add(new MarketEvent.Trade(
                symbol(),
                time,
                profile.price(isBuy ? ask : bid),
                size,
                letters.isEmpty() ? "" : letters.substring(0, 1),
                conditions(isOdd),
                !isOdd));
    }

    private boolean isStock() {
        return profile.venues().size() > 1;
    }

    private String conditions(boolean isOddLot) {
        if (!isStock()) {
            return "";
        }
        String sweep = random.nextInt(100) < SWEEPS_OF_HUNDRED ? "F" : "";
        String hours = phase == MarketPhase.PRE_MARKET || phase == MarketPhase.POST_MARKET ? "T" : "";
        return String.join(" ", sweep, hours, isOddLot ? "I" : "").trim().replace("  ", " ");
    }

    /** All of an auction's shares at one price. */
    private void cross(long time, String condition) {
        BigDecimal size = profile.size(Math.max(paired, profile.lots() * CROSS));
        halts.onCross(time, (bid + ask) / 2);
        String listing =
                profile.venues().isEmpty() ? "" : profile.venues().getFirst().letter();
        pending.add(
                new MarketEvent.Trade(symbol(), time, profile.price((bid + ask) / 2), size, listing, condition, true));
        pending.add(new MarketEvent.Auction(symbol(), time, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        paired = 0;
    }

    private void announceAuction(long time) {
        paired += random.nextInt(profile.lots() * 4) + 1;
        int imbalance = random.nextInt(-profile.lots() * 10, profile.lots() * 10 + 1);
        pending.add(new MarketEvent.Auction(
                symbol(), time, profile.price((bid + ask) / 2), profile.size(paired), profile.size(imbalance)));
    }

    private void move() {
        switch (random.nextInt(4)) {
            case 0 -> bids.refreshBest();
            case 1 -> asks.refreshBest();
            default -> {
                if (!halts.isAtLimit()) {
                    movePrices();
                }
            }
        }
        if (profile.isQuoted()) {
            bids.refreshDeep();
            asks.refreshDeep();
        }
    }

    /** Everybody wants the same side: the prices go that way until they stand at the edge of the band. */
    private void run(long time, int drift) {
        bid = Math.max(1, bid + drift);
        ask = bid + profile.spread();
        bids.refreshDeep();
        asks.refreshDeep();
        if (halts.reachesLimit(time, bid, ask)) {
            bid = halts.bidAtLimit(profile.spread());
            ask = bid + profile.spread();
        }
    }

    /** Pulled back to the profile's level, so that a long run stays in a believable range. */
    private void movePrices() {
        double pull = (profile.level() - bid) / (profile.level() * 0.04);
        int step = random.nextDouble() < 0.5 + pull / 2 ? 1 : -1;
        int size = 1 + random.nextInt(Math.max(1, profile.spread()));
        int spread = phase.isRegularHours() ? profile.spread() : profile.spread() * 3;
        bid = Math.max(1, bid + step * size);
        ask = bid + 1 + random.nextInt(spread * 2);
    }

    private long gapNanos(long time) {
        double rate = profile.eventsPerSecond() * activity(time);
        double seconds = -StrictMath.log(1 - random.nextDouble()) / rate;
        return Math.max(1_000_000L, (long) (seconds * 1e9));
    }

    /** An always open market moves as fast at night as by day. */
    private double activity(long time) {
        return schedule.isAlwaysOpen() ? 1 : schedule.activity(time);
    }
}
