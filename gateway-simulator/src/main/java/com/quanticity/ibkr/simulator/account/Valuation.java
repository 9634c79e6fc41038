package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.account.AccountValues.Assets;
import com.quanticity.ibkr.simulator.account.AccountValues.CurrencyValues;
import com.quanticity.ibkr.simulator.account.AccountValues.Profit;
import com.quanticity.ibkr.simulator.account.AccountValues.Segments;
import com.quanticity.ibkr.simulator.account.worth.ExchangeRates;
import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.account.worth.Marks;
import com.quanticity.ibkr.simulator.account.worth.OptionPrices;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.margin.Holding;
import com.quanticity.ibkr.simulator.margin.MarginRule;
import com.quanticity.ibkr.simulator.margin.Product;
import com.quanticity.ibkr.simulator.margin.Requirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Values accounts at the market's prices, as they are and as they would be after trades. Event loop only. */
public final class Valuation {

    private final Marks marks;
    private final ExchangeRates rates;
    private final MarginRules rules;
    private final InstantSource time;

    public Valuation(Marks marks, AccountOptions options, OptionPrices prices, InstantSource time) {
        this.marks = marks;
        this.rates = options.rates();
        this.rules = new MarginRules(prices, options.intradayFutures());
        this.time = time;
    }

    /** The account as it is. */
    public AccountValues of(Account account) {
        return values(account, Portfolio.of(account));
    }

    /** The account as it would be after some trades. */
    public AccountValues after(Account account, List<Trade> trades) {
        return values(account, Portfolio.of(account).after(trades));
    }

    /** What the trades would do to the margin. */
    public MarginPreview preview(Account account, List<Trade> trades) {
        return new MarginPreview(of(account), after(account, trades));
    }

    /**
     * Funds left over if each contract moved to the given worst-case quantity; negative when the account could not carry
     * it.
     *
     * @param quantities worst case of the contracts that have orders; positions without orders count as they are
     * @param priceOf the price at which a contract is traded
     */
    public BigDecimal fundsAfter(
            Account account, Map<ListedContract, BigDecimal> quantities, Function<ListedContract, BigDecimal> priceOf) {
        List<Trade> trades = new ArrayList<>();
        quantities.forEach((contract, quantity) -> {
            BigDecimal change = quantity.subtract(account.position(contract).quantity());
            if (change.signum() != 0) {
                trades.add(Trade.of(contract, change, priceOf.apply(contract)));
            }
        });
        return after(account, trades).availableFunds();
    }

    /** Profit of one position; its daily part is null while it is not known what the position was worth at the start. */
    public Profit profitOf(Account account, Position position) {
        return profitOf(account, position, markOf(position));
    }

    private static Profit profitOf(Account account, Position position, BigDecimal mark) {
        int conId = position.contract().conId();
        BigDecimal value = position.valueAt(mark);
        return new Profit(
                value.subtract(position.cost()),
                account.profit().realized(conId),
                account.profit().daily(conId, value));
    }

    private AccountValues values(Account account, Portfolio portfolio) {
        Instant now = time.instant();
        boolean isDay = MarginHours.isDay(now);
        Map<String, CurrencyValues> parts = byCurrency(account, portfolio);
        Map<String, List<Holding>> holdings = holdings(portfolio);
        MarginRule rule = rules.of(account.kind(), isDay);
        Segments required = require(rule, holdings, account.currency());
        Segments overnight = require(rules.of(account.kind(), false), holdings, account.currency());
        Segments ahead = isDay ? overnight : require(rules.of(account.kind(), true), holdings, account.currency());
        BigDecimal regTMargin = require(rules.of(AccountKind.MARGIN, isDay), holdings, account.currency())
                .initial();
        Assets assets = Assets.NONE;
        Profit profit = Profit.NONE;
        BigDecimal cash = BigDecimal.ZERO;
        BigDecimal interest = BigDecimal.ZERO;
        for (CurrencyValues part : parts.values()) {
            assets = assets.plus(part.assets(), part.rate());
            profit = profit.plus(part.profit(), part.rate());
            cash = cash.add(part.cash().multiply(part.rate()));
            interest = interest.add(part.accruedInterest().multiply(part.rate()));
        }
        AccountValues values = new AccountValues(
                account.kind(),
                account.currency(),
                cash,
                settled(portfolio, account.currency()),
                interest,
                assets,
                profit,
                required,
                overnight,
                ahead,
                MarginHours.nextChange(now),
                regTMargin,
                rule.countsOptions(),
                account.yesterdaysEquity(),
                account.memorandum().amount(),
                -1,
                List.copyOf(parts.values()));
        return account.kind() == AccountKind.MARGIN
                ? values.withDayTrades(account.dayTrades().remaining(values.equityWithLoan()))
                : values;
    }

    private BigDecimal settled(Portfolio portfolio, String currency) {
        return portfolio.settled().entrySet().stream()
                .map(entry -> entry.getValue().multiply(rates.between(entry.getKey(), currency)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<String, CurrencyValues> byCurrency(Account account, Portfolio portfolio) {
        Map<String, CurrencyValues> parts = new LinkedHashMap<>();
        portfolio.cash().keySet().forEach(currency -> parts.put(currency, part(account, portfolio, currency)));
        return parts;
    }

    private CurrencyValues part(Account account, Portfolio portfolio, String currency) {
        Assets assets = Assets.NONE;
        Profit profit = Profit.NONE;
        for (Position position : account.positions()) {
            if (!portfolio.positions().containsKey(position.contract().conId()) && isIn(currency, position)) {
                profit = profit.plus(profitOf(account, position), BigDecimal.ONE);
            }
        }
        for (Position position : portfolio.positions().values()) {
            if (isIn(currency, position)) {
                BigDecimal mark = markOf(position);
                assets = assets.plus(assets(position, mark), BigDecimal.ONE);
                profit = profit.plus(profitOf(account, position, mark), BigDecimal.ONE);
            }
        }
        return new CurrencyValues(
                currency,
                rates.between(currency, account.currency()),
                portfolio.cash().getOrDefault(currency, BigDecimal.ZERO),
                account.ledger().accruedInterest(currency),
                assets,
                profit);
    }

    private static boolean isIn(String currency, Position position) {
        return Instruments.currency(position.contract()).equals(currency);
    }

    private static Assets assets(Position position, BigDecimal mark) {
        BigDecimal value = position.valueAt(mark);
        BigDecimal none = BigDecimal.ZERO;
        return switch (Instruments.product(position.contract())) {
            case Product.Stock stock -> new Assets(value, none, none, none, value.abs());
            case Product.Option option -> new Assets(none, value, none, none, value.abs());
            case Product.FutureOption option -> new Assets(none, value, none, none, value.abs());
            case Product.Future future -> new Assets(none, none, value.subtract(position.cost()), none, none);
            case Product.Other other -> new Assets(none, none, none, value, value.abs());
        };
    }

    private Map<String, List<Holding>> holdings(Portfolio portfolio) {
        Map<String, List<Holding>> byCurrency = new LinkedHashMap<>();
        for (Position position : portfolio.positions().values()) {
            if (position.isOpen()) {
                byCurrency
                        .computeIfAbsent(Instruments.currency(position.contract()), any -> new ArrayList<>())
                        .add(holding(position));
            }
        }
        return byCurrency;
    }

    private Holding holding(Position position) {
        BigDecimal mark = markOf(position);
        BigDecimal underlying = marks.underlyingOf(position.contract());
        Product product = Instruments.product(position.contract());
        Product.Option option = Instruments.option(position.contract());
        return option != null
                ? new Holding(product, position.quantity(), mark, underlying == null ? option.strike() : underlying)
                : Holding.of(product, position.quantity(), mark);
    }

    private Segments require(MarginRule rule, Map<String, List<Holding>> holdings, String currency) {
        return new Segments(
                require(rule, holdings, currency, holding -> !isFuture(holding)),
                require(rule, holdings, currency, Valuation::isFuture));
    }

    private Requirement require(
            MarginRule rule, Map<String, List<Holding>> holdings, String currency, Predicate<Holding> part) {
        Requirement sum = Requirement.NONE;
        for (Map.Entry<String, List<Holding>> each : holdings.entrySet()) {
            Requirement required = rule.of(each.getValue().stream().filter(part).toList());
            sum = sum.plus(required.times(rates.between(each.getKey(), currency)));
        }
        return sum;
    }

    private static boolean isFuture(Holding holding) {
        return holding.product() instanceof Product.Future || holding.product() instanceof Product.FutureOption;
    }

    /** The market's price, or what it cost when the market has none. */
    public BigDecimal markOf(Position position) {
        BigDecimal mark = marks.of(position.contract());
        return mark == null ? position.averagePrice() : mark;
    }
}
