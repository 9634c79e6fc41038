package com.quanticity.ibkr.execution.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.route.Route.Reason;
import com.quanticity.ibkr.execution.route.RouteRequest.Placement;
import com.quanticity.ibkr.execution.route.Router.Market;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.PriceLadder;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final Router ROUTER = new Router(Duration.ofSeconds(2), Duration.ofSeconds(5));
    private static final Depth DEPTH = new Depth(
            List.of(level("10.00", 100, "ISLAND"), level("9.99", 400, "ARCA")),
            List.of(level("10.05", 50, "ARCA"), level("10.05", 200, "ISLAND"), level("10.06", 300, "NYSE")),
            NOW);

    @Test
    void joinsTheOwnSide() {
        assertThat(route(Side.BUY, 10, null, Placement.JOIN)).isEqualTo(placed("SMART", "10.00"));
        assertThat(route(Side.SELL, 10, null, Placement.JOIN)).isEqualTo(placed("SMART", "10.05"));
    }

    @Test
    void improvesByOneIncrementUnlessThatTrades() {
        assertThat(route(Side.BUY, 10, null, Placement.IMPROVE)).isEqualTo(placed("SMART", "10.01"));
        assertThat(ROUTER.route(
                        request(Side.BUY, 10, null, Placement.IMPROVE), live(quote("10.04", "10.05"), null), NOW))
                .isEqualTo(placed("SMART", "10.04"));
    }

    @Test
    void keepsToTheLimit() {
        assertThat(route(Side.BUY, 10, "9.955", Placement.IMPROVE)).isEqualTo(placed("SMART", "9.95"));
        assertThat(route(Side.BUY, 10, "10.04", Placement.CROSS))
                .isEqualTo(new Route.Refused(
                        Reason.NOT_ENOUGH_SHOWN, "0 shown up to 10.04, wanted 10; send less or raise the cap"));
    }

    @Test
    void crossesAsFarAsTheQuantityNeeds() {
        assertThat(route(Side.BUY, 250, null, Placement.CROSS)).isEqualTo(placed("SMART", "10.05"));
        assertThat(route(Side.BUY, 251, null, Placement.CROSS)).isEqualTo(placed("SMART", "10.06"));
        assertThat(route(Side.SELL, 500, null, Placement.CROSS)).isEqualTo(placed("SMART", "9.99"));
    }

    @Test
    void namesAVenueWhoseBestRowIsEnough() {
        assertThat(route(Side.BUY, 200, null, Placement.CROSS)).isEqualTo(placed("ISLAND", "10.05"));
    }

    @Test
    void refusesMoreThanIsShownUpToTheCap() {
        assertThat(reason(route(Side.BUY, 551, null, Placement.CROSS))).isEqualTo(Reason.NOT_ENOUGH_SHOWN);
    }

    @Test
    void refusesAMarketThatIsNotKnownToBeLive() {
        Market unknown = new Market(null, quote("10.00", "10.05"), DEPTH);

        assertThat(reason(ROUTER.route(request(Side.BUY, 10, null, Placement.JOIN), unknown, NOW)))
                .isEqualTo(Reason.MARKET_NOT_LIVE);
    }

    @Test
    void refusesQuotesThatAreMissingOldOrCrossed() {
        RouteRequest join = request(Side.BUY, 10, null, Placement.JOIN);

        assertThat(reason(ROUTER.route(join, live(null, null), NOW))).isEqualTo(Reason.NO_QUOTE);
        assertThat(reason(ROUTER.route(join, live(quote("10.05", "10.05"), null), NOW)))
                .isEqualTo(Reason.QUOTE_INVALID);
        assertThat(reason(ROUTER.route(join, live(quote("10.00", "10.05"), null), NOW.plusSeconds(3))))
                .isEqualTo(Reason.QUOTE_STALE);
    }

    @Test
    void refusesBooksThatAreMissingOldOrOfAnotherPrice() {
        RouteRequest cross = request(Side.BUY, 10, null, Placement.CROSS);
        Depth old = new Depth(DEPTH.bids(), DEPTH.asks(), NOW.minusSeconds(6));

        assertThat(reason(ROUTER.route(cross, live(quote("10.00", "10.05"), null), NOW)))
                .isEqualTo(Reason.NO_DEPTH);
        assertThat(reason(ROUTER.route(cross, live(quote("10.00", "10.05"), old), NOW)))
                .isEqualTo(Reason.DEPTH_STALE);
        assertThat(reason(ROUTER.route(cross, live(quote("10.00", "10.04"), DEPTH), NOW)))
                .isEqualTo(Reason.DEPTH_INVALID);
    }

    @Property(tries = 500)
    void everyPriceIsValidAndNeverBeyondTheLimitOrTheCap(
            @ForAll Side side,
            @ForAll Placement placement,
            @ForAll @IntRange(min = 9_900, max = 10_100) int limit,
            @ForAll @IntRange(min = 1, max = 600) int quantity) {
        BigDecimal worst = BigDecimal.valueOf(limit, 3);

        if (route(side, quantity, worst.toPlainString(), placement)
                instanceof Route.Placed(String _, BigDecimal price)) {
            BigDecimal cap = new BigDecimal(side == Side.BUY ? "10.07" : "9.98");
            assertThat(price.remainder(new BigDecimal("0.01"))).isZero();
            assertThat(price.compareTo(worst) * side.sign()).isNotPositive();
            assertThat(price.compareTo(cap) * side.sign()).isNotPositive();
        }
    }

    private static Route route(Side side, int quantity, @Nullable String limit, Placement placement) {
        return ROUTER.route(request(side, quantity, limit, placement), live(quote("10.00", "10.05"), DEPTH), NOW);
    }

    private static RouteRequest request(Side side, int quantity, @Nullable String limit, Placement placement) {
        return new RouteRequest(
                side,
                BigDecimal.valueOf(quantity),
                limit == null ? null : new BigDecimal(limit),
                placement,
                2,
                Set.of("ISLAND"),
                PriceLadder.of(new BigDecimal("0.01")));
    }

    private static Market live(@Nullable Quote quote, @Nullable Depth depth) {
        return new Market(MarketStatus.State.LIVE, quote, depth);
    }

    private static Quote quote(String bid, String ask) {
        return new Quote(
                "SPY",
                ContractId.of(1),
                new BigDecimal(bid),
                BigDecimal.TEN,
                new BigDecimal(ask),
                BigDecimal.TEN,
                null,
                null,
                "",
                "",
                MarketDataType.LIVE,
                1,
                1,
                NOW);
    }

    private static Level level(String price, int size, String venue) {
        return new Level(new BigDecimal(price), BigDecimal.valueOf(size), venue);
    }

    private static Route placed(String exchange, String price) {
        return new Route.Placed(exchange, new BigDecimal(price));
    }

    private static @Nullable Reason reason(Route route) {
        return route instanceof Route.Refused(Reason reason, String _) ? reason : null;
    }
}
