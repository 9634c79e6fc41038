package com.quanticity.ibkr.simulator.margin;

import com.quanticity.ibkr.simulator.margin.Product.Option;
import com.quanticity.ibkr.simulator.margin.Product.Right;
import com.quanticity.ibkr.simulator.margin.Product.Stock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the positions of the published examples. */
final class Legs {

    private static final LocalDate EXPIRY = LocalDate.of(2007, 4, 21);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern STOCK = Pattern.compile("\\+?(-?\\d+) \\w+ @ ([\\d.]+)");
    private static final Pattern LISTED = Pattern.compile("\\+?(-?\\d+) \\w+ Apr (\\d+) ([CP]) @ ([\\d.]+)");
    private static final Pattern PLAIN = Pattern.compile("\\+?(-?\\d+) (call|put)s? K=([\\d.]+) @ ([\\d.]+)");

    private Legs() {}

    /** Legs such as {@code +10000 IBM @ 97.73; -100 IBM Apr 100 C @ 1.68}, all on one underlying. */
    static List<Holding> listed(String legs, BigDecimal underlyingPrice) {
        UnderlyingClass type = legs.contains("IBM") ? UnderlyingClass.EQUITY : UnderlyingClass.BROAD_INDEX;
        return Arrays.stream(legs.split("; "))
                .map(leg -> listed(leg, underlyingPrice, type))
                .toList();
    }

    private static Holding listed(String leg, BigDecimal underlyingPrice, UnderlyingClass type) {
        Matcher option = LISTED.matcher(leg);
        if (option.matches()) {
            Right right = option.group(3).equals("C") ? Right.CALL : Right.PUT;
            return option(option.group(1), right, option.group(2), option.group(4), underlyingPrice, type);
        }
        Matcher stock = STOCK.matcher(leg);
        if (!stock.matches()) {
            throw new IllegalArgumentException(leg);
        }
        return Holding.of(new Stock("X", type), new BigDecimal(stock.group(1)), new BigDecimal(stock.group(2)));
    }

    /** Legs such as {@code -1 put K=125 @ 1.24}. */
    static List<Holding> plain(String position, BigDecimal underlyingPrice) {
        Matcher leg = PLAIN.matcher(position);
        List<Holding> legs = new java.util.ArrayList<>();
        while (leg.find()) {
            Right right = leg.group(2).equals("call") ? Right.CALL : Right.PUT;
            legs.add(option(leg.group(1), right, leg.group(3), leg.group(4), underlyingPrice, UnderlyingClass.EQUITY));
        }
        return legs;
    }

    static Holding option(
            String quantity,
            Right right,
            String strike,
            String price,
            BigDecimal underlyingPrice,
            UnderlyingClass type) {
        return new Holding(
                new Option("X", right, new BigDecimal(strike), EXPIRY, HUNDRED, type, type == UnderlyingClass.EQUITY),
                new BigDecimal(quantity),
                new BigDecimal(price),
                underlyingPrice);
    }
}
