package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.market.MarketView.Level1;
import com.quanticity.ibkr.execution.route.Depth;
import com.quanticity.ibkr.execution.route.Route;
import com.quanticity.ibkr.execution.route.RouteRequest;
import com.quanticity.ibkr.execution.route.RouteRequest.Placement;
import com.quanticity.ibkr.execution.route.Router;
import com.quanticity.ibkr.model.contract.PriceLadder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives a child its limit and, when its parent allows one, its venue. Pure. */
final class ChildPricer {

    private final Router router;

    ChildPricer(Router router) {
        this.router = router;
    }

    /** A child's price, or why it has none now. */
    sealed interface Priced {

        /**
         * Send it so.
         *
         * @param exchange SMART or a venue
         * @param limitPrice null = a market order
         */
        record At(String exchange, @Nullable BigDecimal limitPrice) implements Priced {}

        /** Do not send it; one line. */
        record Not(Route.Reason reason, String why) implements Priced {}
    }

    Priced price(ParentTerms terms, BigDecimal quantity, Level1 level1, @Nullable Depth depth, Instant now) {
        ChildTerms children = terms.children();
        return switch (children.pricing()) {
            case MARKET -> new Priced.At(Route.SMART, null);
            case LIMIT -> new Priced.At(Route.SMART, children.limitPrice());
            case JOIN -> routed(Placement.JOIN, terms, quantity, level1, depth, now);
            case IMPROVE -> routed(Placement.IMPROVE, terms, quantity, level1, depth, now);
            case CROSS -> routed(Placement.CROSS, terms, quantity, level1, depth, now);
        };
    }

    private Priced routed(
            Placement placement,
            ParentTerms terms,
            BigDecimal quantity,
            Level1 level1,
            @Nullable Depth depth,
            Instant now) {
        ChildTerms children = terms.children();
        PriceLadder prices = Objects.requireNonNull(children.prices());
        RouteRequest request = new RouteRequest(
                terms.side(),
                quantity,
                children.limitPrice(),
                placement,
                children.capTicks(),
                children.venues(),
                prices);
        Router.Market market = new Router.Market(level1.state(), level1.quote(), depth);
        return switch (router.route(request, market, now)) {
            case Route.Placed(String exchange, BigDecimal limitPrice) -> new Priced.At(exchange, limitPrice);
            case Route.Refused(Route.Reason reason, String detail) -> new Priced.Not(reason, detail);
        };
    }
}
