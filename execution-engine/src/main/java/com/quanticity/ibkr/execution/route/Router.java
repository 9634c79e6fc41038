package com.quanticity.ibkr.execution.route;

import com.quanticity.ibkr.execution.route.Route.Reason;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses venue and limit. Joining and improving need level 1 only; crossing needs the book, because a cap without knowing what stands
 * before it is a guess. A book that is too old, out of order, or whose best prices differ from the quote is refused.
 *
 * @param oldestQuote oldest quote that is believed
 * @param oldestDepth oldest change of the book that is believed
 */
public record Router(Duration oldestQuote, Duration oldestDepth) {

    /** The market as it is known. Null is not known. */
    public record Market(
            MarketStatus.@Nullable State state,
            @Nullable Quote quote,
            @Nullable Depth depth) {}

    /** Best prices of both sides. */
    private record Best(BigDecimal bid, BigDecimal ask) {}

    /** The decision now. */
    public Route route(RouteRequest request, Market market, Instant now) {
        if (market.state() != MarketStatus.State.LIVE) {
            return refused(Reason.MARKET_NOT_LIVE, "level 1 is not known to be live; wait until it is");
        }
        Quote quote = market.quote();
        Best best = quote == null ? null : best(quote);
        if (quote == null || best == null) {
            return refused(Reason.NO_QUOTE, "there is no bid or no ask; wait for both");
        }
        if (isOlder(quote.receivedAt(), oldestQuote, now)) {
            return refused(Reason.QUOTE_STALE, "the quote is of " + quote.receivedAt() + "; wait for a new one");
        }
        if (best.bid.compareTo(best.ask) >= 0 || isEmpty(quote.bidSize()) || isEmpty(quote.askSize())) {
            return refused(
                    Reason.QUOTE_INVALID,
                    "the quote is " + best.bid + " x " + best.ask + ", crossed or without size; wait for a sound one");
        }
        return switch (request.placement()) {
            case JOIN -> placed(request, near(request, best));
            case IMPROVE -> placed(request, improved(request, best));
            case CROSS -> crossing(request, best, market.depth(), now);
        };
    }

    private Route crossing(RouteRequest request, Best best, @Nullable Depth depth, Instant now) {
        if (depth == null) {
            return refused(Reason.NO_DEPTH, "there is no sound book; subscribe to depth, or join instead");
        }
        if (isOlder(depth.at(), oldestDepth, now)) {
            return refused(Reason.DEPTH_STALE, "the book is of " + depth.at() + "; wait for a change, or join instead");
        }
        if (!depth.isOrderly() || !agrees(depth, best)) {
            return refused(
                    Reason.DEPTH_INVALID, "the book is out of order or differs from the quote; wait, or join instead");
        }
        return sweep(request, best, request.side() == Side.BUY ? depth.asks() : depth.bids());
    }

    private static Route sweep(RouteRequest request, Best best, List<Level> rows) {
        BigDecimal worst = worst(request, best);
        BigDecimal shown = BigDecimal.ZERO;
        for (Level row : rows) {
            if (isBeyond(request, row.price(), worst)) {
                break;
            }
            shown = shown.add(row.size());
            if (shown.compareTo(request.quantity()) >= 0) {
                return new Route.Placed(venue(request, rows), row.price());
            }
        }
        return refused(
                Reason.NOT_ENOUGH_SHOWN,
                shown.toPlainString() + " shown up to " + worst.toPlainString() + ", wanted "
                        + request.quantity().toPlainString() + "; send less or raise the cap");
    }

    /** A venue is named only when its best row alone is enough; everything else is the broker's router's work. */
    private static String venue(RouteRequest request, List<Level> rows) {
        Level first = rows.getFirst();
        return rows.stream()
                .takeWhile(row -> row.price().compareTo(first.price()) == 0)
                .filter(row -> request.venues().contains(row.venue()))
                .filter(row -> row.size().compareTo(request.quantity()) >= 0)
                .map(Level::venue)
                .findFirst()
                .orElse(Route.SMART);
    }

    private static Route placed(RouteRequest request, BigDecimal price) {
        return new Route.Placed(Route.SMART, valid(request, withinLimit(request, price)));
    }

    private static BigDecimal near(RouteRequest request, Best best) {
        return request.side() == Side.BUY ? best.bid() : best.ask();
    }

    private static BigDecimal improved(RouteRequest request, Best best) {
        BigDecimal near = near(request, best);
        BigDecimal better = moved(request, near, 1);
        boolean trades =
                request.side() == Side.BUY ? better.compareTo(best.ask()) >= 0 : better.compareTo(best.bid()) <= 0;
        return trades ? near : better;
    }

    private static BigDecimal worst(RouteRequest request, Best best) {
        BigDecimal far = request.side() == Side.BUY ? best.ask() : best.bid();
        return valid(request, withinLimit(request, moved(request, far, request.capTicks())));
    }

    /** More aggressive by increments: up for a buy, down for a sell. */
    private static BigDecimal moved(RouteRequest request, BigDecimal price, int ticks) {
        BigDecimal increment = request.prices().incrementAt(price);
        return price.add(increment.multiply(
                BigDecimal.valueOf((long) ticks * request.side().sign())));
    }

    private static BigDecimal withinLimit(RouteRequest request, BigDecimal price) {
        BigDecimal limit = request.limit();
        return limit == null || !isBeyond(request, price, limit) ? price : limit;
    }

    private static boolean isBeyond(RouteRequest request, BigDecimal price, BigDecimal worst) {
        return price.compareTo(worst) * request.side().sign() > 0;
    }

    /** Rounded so that it never gets worse. */
    private static BigDecimal valid(RouteRequest request, BigDecimal price) {
        return request.side() == Side.BUY
                ? request.prices().atOrBelow(price)
                : request.prices().atOrAbove(price);
    }

    private static boolean agrees(Depth depth, Best best) {
        return depth.bids().getFirst().price().compareTo(best.bid()) == 0
                && depth.asks().getFirst().price().compareTo(best.ask()) == 0;
    }

    private static @Nullable Best best(Quote quote) {
        BigDecimal bid = quote.bid();
        BigDecimal ask = quote.ask();
        return bid == null || ask == null ? null : new Best(bid, ask);
    }

    private static boolean isOlder(Instant at, Duration oldest, Instant now) {
        return at.plus(oldest).isBefore(now);
    }

    private static boolean isEmpty(@Nullable BigDecimal size) {
        return size == null || size.signum() <= 0;
    }

    private static Route refused(Reason reason, String detail) {
        return new Route.Refused(reason, detail);
    }
}
