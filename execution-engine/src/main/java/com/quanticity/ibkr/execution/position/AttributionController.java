package com.quanticity.ibkr.execution.position;

import com.quanticity.ibkr.execution.market.MarketView;
import com.quanticity.ibkr.execution.position.Attribution.Part;
import com.quanticity.ibkr.execution.position.Attribution.Sum;
import com.quanticity.ibkr.execution.position.Attribution.Total;
import com.quanticity.ibkr.execution.position.StrategyPositions.Share;
import com.quanticity.ibkr.model.market.Quote;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Attribution by REST. */
@RestController
@RequestMapping("/api/v1/attribution")
@Tag(
        name = "attribution",
        description = "Positions and profit by strategy; fills from elsewhere are the strategy external")
class AttributionController {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final StrategyPositions strategies;
    private final Positions positions;
    private final MarketView market;
    private final TransactionOperations transactions;

    AttributionController(
            StrategyPositions strategies, Positions positions, MarketView market, TransactionOperations transactions) {
        this.strategies = strategies;
        this.positions = positions;
        this.market = market;
        this.transactions = transactions;
    }

    /**
     * Answer.
     *
     * @param agrees whether the parts of every position add up to it; checked without the strategy filter
     */
    record View(List<Part> parts, List<Total> strategies, List<Sum> sums, boolean agrees) {}

    private record Read(List<Share> shares, List<Attribution.Position> positions) {}

    @GetMapping
    @Operation(
            operationId = "showAttribution",
            summary = "Positions and profit by strategy, and whether they add up to the account",
            description =
                    "Quantities, commissions and cash flows of all strategies together are the account's to the last"
                            + " digit. Realised profits need not be: strategies can hold against each other. Marks are the"
                            + " middle of live quotes.")
    View show(
            @Parameter(description = "only this account") @RequestParam(required = false) @Nullable String account,
            @Parameter(description = "only this strategy's parts") @RequestParam(required = false) @Nullable String strategy) {
        Read read = transactions.execute(_ -> {
            strategies.beginPicture();
            return new Read(strategies.list(account, null), positions.withCost(account));
        });
        List<Share> shown = read.shares.stream()
                .filter(share -> strategy == null || share.strategy().equals(strategy))
                .toList();
        Map<String, Optional<Quote>> quotes = new HashMap<>();
        List<Part> parts = Attribution.parts(
                shown,
                share -> quotes.computeIfAbsent(share.symbol(), this::quote)
                        .filter(quote -> quote.contractId().equals(share.contractId()))
                        .map(AttributionController::middle)
                        .orElse(null));
        List<Sum> sums = Attribution.sums(read.positions, read.shares);
        return new View(parts, Attribution.totals(parts), sums, sums.stream().allMatch(Sum::agrees));
    }

    /** The broker's symbol of an option is its underlying's: whose quote it is says the contract. */
    private Optional<Quote> quote(String symbol) {
        try {
            return Optional.ofNullable(market.of(symbol).quote());
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }

    private static @Nullable BigDecimal middle(Quote quote) {
        BigDecimal bid = quote.bid();
        BigDecimal ask = quote.ask();
        return bid == null || ask == null ? null : bid.add(ask).divide(TWO);
    }
}
