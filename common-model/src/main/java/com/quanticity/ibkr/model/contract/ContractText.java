package com.quanticity.ibkr.model.contract;

import com.quanticity.ibkr.model.contract.ContractSpec.Bond;
import com.quanticity.ibkr.model.contract.ContractSpec.ById;
import com.quanticity.ibkr.model.contract.ContractSpec.Combination;
import com.quanticity.ibkr.model.contract.ContractSpec.CurrencyPair;
import com.quanticity.ibkr.model.contract.ContractSpec.Future;
import com.quanticity.ibkr.model.contract.ContractSpec.FutureOption;
import com.quanticity.ibkr.model.contract.ContractSpec.Index;
import com.quanticity.ibkr.model.contract.ContractSpec.Leg;
import com.quanticity.ibkr.model.contract.ContractSpec.Occ;
import com.quanticity.ibkr.model.contract.ContractSpec.Option;
import com.quanticity.ibkr.model.contract.ContractSpec.Stock;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text form of {@link ContractSpec}, both ways, and the checks of its parts. */
final class ContractText {

    private static final int LONGEST = 400;
    private static final String SYMBOL = "[A-Z0-9][A-Z0-9.]{0,11}(?: [A-Z][A-Z0-9.]{0,7})?";
    private static final String PLACE = "(?:@(?<exchange>[A-Z0-9.]{1,15}))?";
    private static final String MONEY = "(?:/(?<currency>[A-Z]{3}))?";

    private static final Pattern STOCK = Pattern.compile("(?<symbol>" + SYMBOL + ")" + PLACE + MONEY);
    private static final Pattern OPTION = Pattern.compile("(?<symbol>" + SYMBOL + ")" + PLACE
            + " (?<expiry>\\d{8}) (?<right>C|P|CALL|PUT) (?<strike>\\d{1,9}(?:\\.\\d{1,6})?)(?: (?<class>[A-Z0-9.]{1,12}))?"
            + MONEY);
    private static final Pattern FUTURE =
            Pattern.compile("(?<symbol>" + SYMBOL + ")" + PLACE + " (?<month>\\d{6}|\\d{8})" + MONEY);
    private static final Pattern BOND = Pattern.compile("(?<identifier>[A-Z0-9]{9,12})" + PLACE + MONEY);
    private static final Pattern PAIR = Pattern.compile("(?<base>[A-Z]{3})[./](?<quote>[A-Z]{3})");
    private static final Pattern ID = Pattern.compile("(?<id>\\d{1,10})" + PLACE);
    private static final Pattern LEG = Pattern.compile("(?<ratio>[+-]\\d{1,4}) (?<contract>.+)");
    private static final Pattern TYPE = Pattern.compile("([A-Za-z]{3,5}):(.*)");

    private static final Pattern WHOLE_SYMBOL = Pattern.compile(SYMBOL);
    private static final Pattern EXCHANGE = Pattern.compile("[A-Z0-9.]{1,15}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern CLASS = Pattern.compile("[A-Z0-9.]{0,12}");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final String FORMS = "write SPY, SPY@ARCA, OPT:SPY 20261218 C 500, an OCC symbol, FUT:ES@CME 202612,"
            + " FOP:ES@CME 20261218 C 6500, CASH:EUR.USD, IND:SPX@CBOE, BOND:037833AK6, BAG:+1 LEG | -1 LEG or conid:756733";

    private ContractText() {}

    static ContractSpec parse(String text) {
        String wanted = text.strip();
        if (wanted.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a contract of " + wanted.length() + " characters is too long; " + LONGEST + " are allowed");
        }
        Matcher typed = TYPE.matcher(wanted);
        if (!typed.matches()) {
            return OccSymbol.hasForm(wanted) ? occ(wanted) : stock(wanted, text);
        }
        String rest = typed.group(2).strip();
        return switch (typed.group(1).toUpperCase(Locale.ROOT)) {
            case "STK" -> stock(rest, text);
            case "OPT" -> option(rest, text);
            case "OCC" -> occ(rest);
            case "FUT" -> future(rest, text);
            case "FOP" -> futureOption(rest, text);
            case "CASH" -> pair(rest, text);
            case "IND" -> index(rest, text);
            case "BOND" -> bond(rest, text);
            case "BAG" -> combination(rest);
            case "CONID" -> byId(rest, text);
            default ->
                throw new IllegalArgumentException("'" + text + "' has no known type " + typed.group(1) + "; " + FORMS);
        };
    }

    static String write(ContractSpec spec) {
        return switch (spec) {
            case Stock stock ->
                (stock.currency().equals(ContractSpec.USD) ? "" : "STK:")
                        + stock.symbol()
                        + place(stock.listing(), "")
                        + money(stock.currency());
            case Option option ->
                "OPT:" + option.symbol() + place(option.exchange(), ContractSpec.SMART)
                        + terms(option.expiry(), option.right(), option.strike(), option.tradingClass())
                        + money(option.currency());
            case Occ occ -> "OCC:" + occ.symbol().compact();
            case Future future ->
                "FUT:" + future.symbol() + place(future.exchange(), "") + " " + future.month()
                        + money(future.currency());
            case FutureOption option ->
                "FOP:" + option.symbol() + place(option.exchange(), "")
                        + terms(option.expiry(), option.right(), option.strike(), option.tradingClass())
                        + money(option.currency());
            case Bond bond ->
                "BOND:" + bond.identifier() + place(bond.exchange(), ContractSpec.SMART) + money(bond.currency());
            case CurrencyPair pair -> "CASH:" + pair.base() + "." + pair.quote();
            case Index index -> "IND:" + index.symbol() + place(index.exchange(), "") + money(index.currency());
            case Combination combination ->
                "BAG:"
                        + combination.legs().stream()
                                .map(leg -> String.format(
                                        Locale.ROOT,
                                        "%+d %s",
                                        leg.ratio(),
                                        leg.contract().text()))
                                .collect(Collectors.joining(" | "));
            case ById byId -> "conid:" + byId.id() + place(byId.exchange(), ContractSpec.SMART);
        };
    }

    private static String terms(LocalDate expiry, OptionRight right, BigDecimal strike, String tradingClass) {
        return " " + DAY.format(expiry) + " " + right.wireCode() + " " + strike.toPlainString()
                + (tradingClass.isEmpty() ? "" : " " + tradingClass);
    }

    static void checkSymbol(String symbol) {
        if (!WHOLE_SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("symbol '" + symbol
                    + "' must be capitals, digits and dots, with one blank at most; for example BRK B");
        }
    }

    static void checkExchange(String exchange, boolean mayBeEmpty) {
        if (!(mayBeEmpty && exchange.isEmpty()) && !EXCHANGE.matcher(exchange).matches()) {
            throw new IllegalArgumentException(
                    "exchange '" + exchange + "' must be 1 to 15 capitals, digits and dots; for example ARCA");
        }
    }

    static void checkCurrency(String currency) {
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("currency '" + currency + "' must be three capitals; for example USD");
        }
    }

    static void checkClass(String tradingClass) {
        if (!CLASS.matcher(tradingClass).matches()) {
            throw new IllegalArgumentException(
                    "trading class '" + tradingClass + "' must be capitals, digits and dots; for example SPXW");
        }
    }

    static BigDecimal checkStrike(BigDecimal strike) {
        BigDecimal plain = strike.stripTrailingZeros();
        if (plain.signum() <= 0 || plain.scale() > 6 || plain.precision() - plain.scale() > 9) {
            throw new IllegalArgumentException("strike " + strike.toPlainString()
                    + " must be above 0 with nine digits before and six behind the point at most");
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static void checkMonth(String month) {
        try {
            if (month.length() == 8) {
                LocalDate.parse(month, DAY);
                return;
            }
            if (month.length() == 6) {
                YearMonth.of(Integer.parseInt(month.substring(0, 4)), Integer.parseInt(month.substring(4)));
                return;
            }
        } catch (DateTimeException | NumberFormatException _) {
            // told below, like a wrong length
        }
        throw new IllegalArgumentException("'" + month + "' is no month; write YYYYMM, or YYYYMMDD for the last day");
    }

    private static ContractSpec stock(String text, String whole) {
        Matcher matcher = match(STOCK, text, whole, "SYM, SYM@LISTING or STK:SYM@LISTING/EUR");
        return new Stock(matcher.group("symbol"), exchange(matcher, ""), currency(matcher));
    }

    private static ContractSpec option(String text, String whole) {
        Matcher matcher = match(OPTION, text, whole, "OPT:SYM YYYYMMDD C|P STRIKE [CLASS]");
        String tradingClass = matcher.group("class");
        return new Option(
                matcher.group("symbol"),
                day(matcher.group("expiry"), whole),
                OptionRight.of(matcher.group("right")),
                new BigDecimal(matcher.group("strike")),
                tradingClass == null ? "" : tradingClass,
                exchange(matcher, ContractSpec.SMART),
                currency(matcher));
    }

    private static ContractSpec occ(String text) {
        return new Occ(text.contains(" ") ? OccSymbol.parse(text) : OccSymbol.parseCompact(text));
    }

    private static ContractSpec future(String text, String whole) {
        Matcher matcher = match(FUTURE, text, whole, "FUT:SYM@EXCHANGE YYYYMM");
        return new Future(matcher.group("symbol"), exchange(matcher, ""), matcher.group("month"), currency(matcher));
    }

    private static ContractSpec futureOption(String text, String whole) {
        Matcher matcher = match(OPTION, text, whole, "FOP:SYM@EXCHANGE YYYYMMDD C|P STRIKE [CLASS]");
        String tradingClass = matcher.group("class");
        return new FutureOption(
                matcher.group("symbol"),
                exchange(matcher, ""),
                day(matcher.group("expiry"), whole),
                OptionRight.of(matcher.group("right")),
                new BigDecimal(matcher.group("strike")),
                tradingClass == null ? "" : tradingClass,
                currency(matcher));
    }

    private static ContractSpec bond(String text, String whole) {
        Matcher matcher = match(BOND, text, whole, "BOND:CUSIP or BOND:ISIN");
        return new Bond(matcher.group("identifier"), exchange(matcher, ContractSpec.SMART), currency(matcher));
    }

    private static ContractSpec pair(String text, String whole) {
        Matcher matcher = match(PAIR, text, whole, "CASH:EUR.USD");
        return new CurrencyPair(matcher.group("base"), matcher.group("quote"));
    }

    private static ContractSpec index(String text, String whole) {
        Matcher matcher = match(STOCK, text, whole, "IND:SYM@EXCHANGE");
        return new Index(matcher.group("symbol"), exchange(matcher, ""), currency(matcher));
    }

    private static ContractSpec combination(String text) {
        List<Leg> legs = new ArrayList<>();
        for (String part : text.split("\\|", -1)) {
            Matcher matcher = match(LEG, part.strip(), part, "a leg as +1 CONTRACT or -1 CONTRACT");
            legs.add(new Leg(Integer.parseInt(matcher.group("ratio")), parse(matcher.group("contract"))));
        }
        return new Combination(legs);
    }

    private static ContractSpec byId(String text, String whole) {
        Matcher matcher = match(ID, text, whole, "conid:NUMBER");
        long id = Long.parseLong(matcher.group("id"));
        if (id > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("'" + whole + "' is too large for a contract id; write conid:NUMBER");
        }
        return new ById(ContractId.of((int) id), exchange(matcher, ContractSpec.SMART));
    }

    private static Matcher match(Pattern form, String text, String whole, String write) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + whole + "' is no contract; write " + write + ". All forms: " + FORMS);
        }
        return matcher;
    }

    private static String exchange(Matcher matcher, String otherwise) {
        String exchange = matcher.group("exchange");
        return exchange == null ? otherwise : exchange;
    }

    private static String currency(Matcher matcher) {
        String currency = matcher.group("currency");
        return currency == null ? ContractSpec.USD : currency;
    }

    private static LocalDate day(String text, String whole) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + whole + "' has no day " + text + "; write YYYYMMDD", e);
        }
    }

    private static String place(String exchange, String usual) {
        return exchange.equals(usual) ? "" : "@" + exchange;
    }

    private static String money(String currency) {
        return currency.equals(ContractSpec.USD) ? "" : "/" + currency;
    }
}
