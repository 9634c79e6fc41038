package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.HaltKind;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.matching.Allocation;
import com.quanticity.ibkr.simulator.matching.DirectRouting;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderHabit;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderLimits;
import com.quanticity.ibkr.simulator.matching.OrderRules;
import com.quanticity.ibkr.simulator.matching.Settings;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.life.Markets;
import com.quanticity.ibkr.simulator.matching.price.Quote;
import com.quanticity.ibkr.simulator.matching.reading.Instrument;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Notice;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Refusal;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why an order that is well formed is not taken: limits of the gateway first, then the broker's. */
final class Rejections {

    /** Code by which a client overrides the price band. */
    static final String PRICE_BAND = "IDBAND";

    private static final String BAND_TEXT = "The limit price is too far from the market";

    private final Markets markets;
    private final OrderBook book;
    private final BuyingPower buyingPower;
    private final Settings settings;

    Rejections(Markets markets, OrderBook book, BuyingPower buyingPower, Settings settings) {
        this.markets = markets;
        this.book = book;
        this.buyingPower = buyingPower;
        this.settings = settings;
    }

    /** A refusal by the gateway, before the order exists, or of a change. */
    Optional<Refusal> byGateway(ListedContract contract, OrderTerms terms, Instrument instrument) {
        if (markets.of(contract).filter(Rejections::isStopped).isPresent()) {
            return Optional.of(new Refusal(154, "Orders cannot be transmitted for a halted security."));
        }
        OrderLimits rules = settings.rules().limits();
        BigDecimal quantity = terms.quantity();
        boolean isFraction = quantity.stripTrailingZeros().scale() > 0 || terms.cashQuantity() != null;
        if (isFraction && instrument.isStock() && !rules.takesFractions()) {
            return Optional.of(new Refusal(
                    10243, "Fractional-sized order cannot be placed via API. Please refer to our website."));
        }
        if (rules.largestSize() != null && quantity.compareTo(rules.largestSize()) > 0) {
            return Optional.of(new Refusal(
                    383,
                    "The following order size exceeds the Size Limit of "
                            + rules.largestSize().toPlainString() + "."));
        }
        return unavailable(contract).or(() -> beyondPrecaution(contract, terms)).or(() -> directlyRouted(instrument));
    }

    private Optional<Refusal> unavailable(ListedContract contract) {
        OrderRules rules = settings.rules();
        if (isOneOf(rules.notAvailable(), contract)) {
            return Optional.of(new Refusal(203, "The security is not available or allowed for this account."));
        }
        return isOneOf(rules.withoutPermission(), contract)
                ? Optional.of(new Refusal(460, "No trading permissions."))
                : Optional.empty();
    }

    private static boolean isOneOf(Set<String> symbolsOrTypes, ListedContract contract) {
        return symbolsOrTypes.contains(contract.symbol()) || symbolsOrTypes.contains(contract.secType());
    }

    /** A limit on the wrong side of the market, further than the user's precautions allow. */
    private Optional<Refusal> beyondPrecaution(ListedContract contract, OrderTerms terms) {
        OrderLimits limits = settings.rules().limits();
        BigDecimal percent = limits.precautionPercent();
        Integer ticks = limits.precautionTicks();
        if (percent != null
                && isBeyond(contract, terms, market -> market.multiply(percent).movePointLeft(2))) {
            return Optional.of(new Refusal(109, "Price is out of the range defined by the precautionary settings."));
        }
        return ticks != null
                        && isBeyond(contract, terms, _ -> contract.minTick().multiply(BigDecimal.valueOf(ticks)))
                ? Optional.of(new Refusal(382, "The price violates the number of ticks constraint of the settings."))
                : Optional.empty();
    }

    private boolean isBeyond(ListedContract contract, OrderTerms terms, UnaryOperator<BigDecimal> distance) {
        BigDecimal market = markets.quote(contract)
                .flatMap(quote -> quote.opposite(terms.side()))
                .orElse(null);
        return market != null
                && terms.limit() != null
                && !terms.side().isWithin(terms.limit(), terms.side().moreAggressive(market, distance.apply(market)));
    }

    private Optional<Refusal> directlyRouted(Instrument instrument) {
        return directRouting(instrument, DirectRouting.REFUSED)
                .map(notice -> new Refusal(notice.code(), notice.text()));
    }

    /** In a pause for volatility orders are taken and wait for the auction. */
    private static boolean isStopped(SymbolMarket market) {
        return market.halt() == HaltKind.GENERAL;
    }

    /** What the gateway has to say of an order that it takes. */
    List<Notice> notices(Account account, ListedContract contract, OrderTerms terms, Instrument instrument) {
        return Stream.of(directRouting(instrument, DirectRouting.NOTICED), crossSide(account, contract, terms))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The order closes a position and goes beyond it. */
    private Optional<Notice> crossSide(Account account, ListedContract contract, OrderTerms terms) {
        BigDecimal held = account.position(contract).quantity();
        boolean isCrossing = held.signum() != 0
                && held.signum() != terms.side().signed(BigDecimal.ONE).signum()
                && terms.quantity().compareTo(held.abs()) > 0;
        return isCrossing && settings.habits().has(OrderHabit.WARNS_OF_CROSSED_SIDES)
                ? Optional.of(new Notice(
                        2137,
                        "Cross Side Warning: the order is larger than the position of "
                                + held.stripTrailingZeros().toPlainString() + " that it closes."))
                : Optional.empty();
    }

    private Optional<Notice> directRouting(Instrument instrument, DirectRouting rule) {
        boolean isDirect = instrument.isStock()
                && !instrument.route().isEmpty()
                && !instrument.route().equals("SMART");
        return isDirect && settings.rules().directRouting() == rule
                ? Optional.of(new Notice(
                        10311,
                        "This order will be directly routed to " + instrument.route()
                                + ". Direct routed orders may result in higher trade fees."))
                : Optional.empty();
    }

    /**
     * A reject by the broker or the exchange; its text is the reason.
     *
     * @param replacing the order that is changed, null for a new one
     */
    Optional<String> byBroker(WorkingOrder order, OrderTerms terms, Fields fields, @Nullable OrderKey replacing) {
        Allocation allocation = order.allocation();
        if (allocation == null) {
            return byBroker(order.account(), order, terms, fields, replacing);
        }
        return allocation.of(terms.quantity()).stream()
                .map(part -> byBroker(part.account(), order, terms.withQuantity(part.shares()), fields, replacing))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> byBroker(
            Account account, WorkingOrder order, OrderTerms terms, Fields fields, @Nullable OrderKey replacing) {
        ListedContract contract = order.contract();
        return Stream.<Optional<String>>of(
                        withoutMarket(contract),
                        tooManyOrders(account, contract, terms, replacing),
                        outsideBand(contract, terms, fields),
                        buyingPower.objection(account, contract, terms, replacing),
                        withoutFunds(account, order, terms, replacing))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> withoutMarket(ListedContract contract) {
        // the legs of a combination were found to have one when they were read
        return contract.secType().equals("BAG") || markets.of(contract).isPresent()
                ? Optional.empty()
                : Optional.of("No market for " + contract.symbol() + " in this simulation");
    }

    private Optional<String> tooManyOrders(
            Account account, ListedContract contract, OrderTerms terms, @Nullable OrderKey replacing) {
        Integer most = settings.rules().limits().workingOrdersASide();
        long working = book.open().stream()
                .filter(order -> order.account() == account
                        && order.contract().equals(contract)
                        && order.terms().side() == terms.side()
                        && !order.key().equals(replacing))
                .count();
        return most == null || working < most
                ? Optional.empty()
                : Optional.of("Maximum number of " + most + " working orders on the same side of the contract reached");
    }

    private Optional<String> outsideBand(ListedContract contract, OrderTerms terms, Fields fields) {
        BigDecimal percent = settings.rules().limits().priceBandPercent();
        boolean isOutside = percent != null
                && !isOverridden(fields)
                && isBeyond(contract, terms, market -> market.multiply(percent).movePointLeft(2));
        return isOutside
                ? markets.quote(contract)
                        .flatMap(quote -> quote.opposite(terms.side()))
                        .map(market -> BAND_TEXT + " of " + market.toPlainString())
                : Optional.empty();
    }

    private static boolean isOverridden(Fields fields) {
        return Stream.of(fields.text("order.advancedErrorOverride").split(","))
                .anyMatch(code -> code.strip().equals(PRICE_BAND));
    }

    /** The details of a reject that a client may override, else empty. */
    static String advanced(String reason) {
        return reason.startsWith(BAND_TEXT)
                ? "{\"rejects\":[{\"8229\":\"" + PRICE_BAND + "\",\"text\":\"" + reason + "\"}]}"
                : "";
    }

    private Optional<String> withoutFunds(
            Account account, WorkingOrder order, OrderTerms terms, @Nullable OrderKey replacing) {
        ListedContract contract = order.contract();
        if (buyingPower.isReducing(account, contract, terms, replacing)) {
            return Optional.empty();
        }
        BigDecimal funds = buyingPower.fundsAfter(account, contract, order.legs(), terms, replacing);
        return funds.signum() >= 0
                ? Optional.empty()
                : Optional.of(
                        "YOUR ORDER IS NOT ACCEPTED. IN ORDER TO OBTAIN THE DESIRED POSITION YOUR EQUITY MUST EXCEED"
                                + " THE INITIAL MARGIN; " + funds.negate().setScale(2, RoundingMode.UP)
                                + " USD ARE MISSING");
    }

    /** The quantity that an amount of money buys now, in ten-thousandths of a share. */
    OrderTerms withQuantityForCash(ListedContract contract, OrderTerms terms) {
        BigDecimal cash = terms.cashQuantity();
        if (cash == null || cash.signum() <= 0) {
            return terms;
        }
        BigDecimal price = terms.limit() != null
                ? terms.limit()
                : markets.quote(contract).flatMap(Quote::lastOrMidpoint).orElse(null);
        return price == null || price.signum() <= 0
                ? terms
                : terms.withQuantity(cash.divide(price, 4, RoundingMode.DOWN));
    }
}
