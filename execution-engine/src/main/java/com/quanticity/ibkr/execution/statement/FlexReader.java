package com.quanticity.ibkr.execution.statement;

import com.quanticity.ibkr.execution.statement.Statement.Cash;
import com.quanticity.ibkr.execution.statement.Statement.OpenPosition;
import com.quanticity.ibkr.execution.statement.Statement.Trade;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.Side;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML of an activity Flex query: sections Trades, OpenPositions and CashReport; all others are passed over. No document type,
 * no entity and nothing from outside the file is read. What cannot be read without guessing refuses the whole file.
 *
 * <p>Source: IBKR, "Activity Flex Query Reference": {@code FlexQueryResponse/FlexStatements/FlexStatement} with attributes
 * {@code accountId, fromDate, toDate}; {@code Trade} with {@code conid, symbol, tradeDate, quantity, tradePrice, ibCommission, ibExecID,
 * buySell, levelOfDetail} and, when asked for, {@code dateTime, orderReference, ibOrderID}; {@code OpenPosition} with {@code conid, symbol, position, levelOfDetail}; {@code CashReportCurrency} with
 * {@code currency, commissions}. Dates are {@code yyyyMMdd} or {@code yyyy-MM-dd}, a time may follow.
 */
final class FlexReader {

    private static final int LETTERS_OF_A_DASHED_DATE = 10;
    private static final int LETTERS_OF_A_DATE = 8;

    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{8}|\\d{4}-\\d\\d-\\d\\d)[;,T ]+(\\d\\d):?(\\d\\d):?(\\d\\d)");

    private FlexReader() {}

    /**
     * Every account's statement in the file.
     *
     * @throws UnreadableStatementException when it is no Flex statement or cannot be read
     */
    static List<Statement> read(InputStream file) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(file);
            try {
                return new Reading(xml).statements();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new UnreadableStatementException("not readable as XML: " + firstLine(e), e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
        return factory;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** One pass over the file. */
    private static final class Reading {

        private final XMLStreamReader xml;
        private final List<Statement> statements = new ArrayList<>();
        private boolean isFlex;
        private @Nullable Head head;
        private @Nullable List<Trade> trades;
        private @Nullable List<OpenPosition> positions;
        private @Nullable List<Cash> cash;

        private record Head(String account, LocalDate from, LocalDate to, String generated) {}

        Reading(XMLStreamReader xml) {
            this.xml = xml;
        }

        List<Statement> statements() throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begin(xml.getLocalName());
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("FlexStatement")) {
                    end();
                } else if (event == XMLStreamConstants.DTD) {
                    throw unreadable("a document type has no place in a Flex statement");
                }
            }
            if (!isFlex) {
                throw unreadable("no FlexQueryResponse; send the XML of an activity Flex query");
            }
            if (statements.isEmpty()) {
                throw unreadable("no FlexStatement in it; the query failed or is not ready yet");
            }
            return statements;
        }

        private void begin(String element) {
            switch (element) {
                case "FlexQueryResponse" -> isFlex = true;
                case "FlexStatement" ->
                    head = new Head(required("accountId"), day("fromDate"), day("toDate"), text("whenGenerated"));
                case "Trades" -> trades = new ArrayList<>();
                case "OpenPositions" -> positions = new ArrayList<>();
                case "CashReport" -> cash = new ArrayList<>();
                case "Trade" -> trade();
                case "OpenPosition" -> position();
                case "CashReportCurrency" -> cash();
                default -> {} // sections of no use here
            }
        }

        private void end() {
            Head of = head;
            if (of != null) {
                statements.add(new Statement(of.account, of.from, of.to, of.generated, trades, positions, cash));
            }
            head = null;
            trades = null;
            positions = null;
            cash = null;
        }

        private void trade() {
            if (trades == null || !isDetail("EXECUTION")) {
                return;
            }
            BigDecimal quantity = number("quantity");
            trades.add(new Trade(
                    text("ibExecID"),
                    day("tradeDate"),
                    contractId(),
                    text("symbol"),
                    side(quantity),
                    quantity.abs(),
                    number("tradePrice"),
                    text("ibCommission").isEmpty()
                            ? null
                            : number("ibCommission").negate(),
                    text("ibCommissionCurrency"),
                    time(),
                    text("orderReference").isEmpty() ? null : text("orderReference"),
                    permId()));
        }

        /** A trade of the evening can belong to the next trade date: then its time says nothing about that day. */
        private @Nullable LocalTime time() {
            Matcher matcher = DATE_TIME.matcher(text("dateTime"));
            if (!matcher.matches()
                    || !matcher.group(1)
                            .replace("-", "")
                            .equals(DateTimeFormatter.BASIC_ISO_DATE.format(day("tradeDate")))) {
                return null;
            }
            try {
                return LocalTime.of(
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(4)));
            } catch (DateTimeException e) {
                throw unreadable("dateTime must hold a time as HHmmss, was '" + text("dateTime") + "'");
            }
        }

        private @Nullable Long permId() {
            String text = text("ibOrderID");
            return text.matches("[1-9]\\d{0,17}") ? Long.valueOf(text) : null;
        }

        private Side side(BigDecimal quantity) {
            String text = text("buySell");
            if (text.startsWith("BUY")) {
                return Side.BUY;
            }
            if (text.startsWith("SELL")) {
                return Side.SELL;
            }
            if (!text.isEmpty()) {
                throw unreadable("buySell must be BUY or SELL, was '" + text + "'");
            }
            return quantity.signum() < 0 ? Side.SELL : Side.BUY;
        }

        private void position() {
            if (positions != null && isDetail("SUMMARY")) {
                positions.add(new OpenPosition(contractId(), text("symbol"), number("position")));
            }
        }

        /** The sum over all currencies would count twice. */
        private void cash() {
            if (cash != null
                    && !text("currency").equals("BASE_SUMMARY")
                    && !text("commissions").isEmpty()) {
                cash.add(new Cash(required("currency"), number("commissions").negate()));
            }
        }

        /** Rows of other levels repeat the same trades or positions; a file of one level does not name it. */
        private boolean isDetail(String wanted) {
            String level = text("levelOfDetail");
            return level.isEmpty() || level.equals(wanted);
        }

        private @Nullable ContractId contractId() {
            String text = text("conid");
            try {
                return text.isEmpty() ? null : ContractId.of(Integer.parseInt(text));
            } catch (IllegalArgumentException e) {
                throw unreadable("conid must be a positive number, was '" + text + "'");
            }
        }

        private String text(String attribute) {
            String value = xml.getAttributeValue(null, attribute);
            return value == null ? "" : value.strip();
        }

        private String required(String attribute) {
            String value = text(attribute);
            if (value.isEmpty()) {
                throw unreadable("attribute " + attribute + " of " + xml.getLocalName()
                        + " is missing; include it in the query");
            }
            return value;
        }

        private BigDecimal number(String attribute) {
            String value = required(attribute);
            try {
                return new BigDecimal(value.replace(",", ""));
            } catch (NumberFormatException e) {
                throw unreadable(attribute + " must be a number, was '" + value + "'");
            }
        }

        private LocalDate day(String attribute) {
            String value = required(attribute);
            boolean dashed = value.length() >= LETTERS_OF_A_DASHED_DATE && value.charAt(4) == '-';
            try {
                return dashed
                        ? LocalDate.parse(value.substring(0, LETTERS_OF_A_DASHED_DATE))
                        : LocalDate.parse(value.substring(0, LETTERS_OF_A_DATE), DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeException | StringIndexOutOfBoundsException e) {
                throw unreadable(attribute + " must be yyyyMMdd or yyyy-MM-dd, was '" + value + "'");
            }
        }

        private UnreadableStatementException unreadable(String what) {
            return new UnreadableStatementException("line " + xml.getLocation().getLineNumber() + ": " + what);
        }
    }
}
