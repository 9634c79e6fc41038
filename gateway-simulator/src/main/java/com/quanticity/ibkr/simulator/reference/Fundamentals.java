package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reports on companies, all made up: the same for a contract and a day, in XML of our own. The wire description names the
 * request's report type and the answer's text, not what is in it.
 */
final class Fundamentals {

    private static final int YEARS = 3;
    private static final String NOT_AVAILABLE =
            "We are sorry, but fundamentals data for the security specified is not available.";

    private final ContractMaster contracts;
    private final InstantSource time;
    private final Map<String, Report> reports = new TreeMap<>(Map.of(
            "ReportSnapshot", this::snapshot,
            "ReportsFinSummary", this::summary,
            "ReportRatios", this::ratios,
            "ReportsFinStatements", this::statements,
            "RESC", this::estimates,
            "CalendarReport", this::calendar));

    private interface Report {
        String of(ListedContract company, SplittableRandom chance);
    }

    Fundamentals(ContractMaster contracts, InstantSource time) {
        this.contracts = contracts;
        this.time = time;
    }

    /** Only companies have fundamentals: 430 for funds, options and everything else. */
    void serve(Client client, Request.FundamentalData request) {
        Report report = reports.get(request.reportType());
        if (report == null) {
            client.sendMessage(
                    request.requestId(),
                    321,
                    "Error validating request.-'bN' : cause - Report type '" + request.reportType()
                            + "' does not exist: ask for " + String.join(", ", reports.keySet()));
            return;
        }
        Optional<ListedContract> company =
                ContractLookup.one(client, request.requestId(), contracts, request.contract());
        company.ifPresent(found -> tell(client, request, found, report));
    }

    private void tell(Client client, Request.FundamentalData request, ListedContract company, Report report) {
        if (!company.secType().equals("STK") || company.stockType().equals("ETF")) {
            client.sendMessage(request.requestId(), 430, NOT_AVAILABLE);
            return;
        }
        String body = report.of(company, new SplittableRandom(company.conId()));
        client.send(Event.of("FUNDAMENTAL_DATA")
                .with("reqId", request.requestId())
                .with(
                        "data",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><SimulatedReport type=\"" + request.reportType()
                                + "\" conId=\"" + company.conId() + "\" date=\"" + today() + "\">" + body
                                + "</SimulatedReport>"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    private String snapshot(ListedContract company, SplittableRandom chance) {
        return text("CompanyName", company.longName())
                + text("Symbol", company.symbol())
                + text("Exchange", company.listingExchange())
                + text("ISIN", company.isin())
                + text("Industry", company.profile().industry())
                + text("Category", company.profile().category())
                + text("Employees", 500 + chance.nextInt(200_000))
                + text("SharesOutstanding", 50_000_000L + chance.nextLong(5_000_000_000L));
    }

    private String ratios(ListedContract company, SplittableRandom chance) {
        return text("PriceEarnings", amount(chance, 8, 40))
                + text("PriceBook", amount(chance, 1, 12))
                + text("DividendYieldPercent", amount(chance, 0, 4))
                + text("Beta", amount(chance, 0, 2));
    }

    private String summary(ListedContract company, SplittableRandom chance) {
        return years(year -> text("Revenue", amount(chance, 500, 90_000))
                + text("EarningsPerShare", amount(chance, 0, 15))
                + text("DividendPerShare", amount(chance, 0, 5)));
    }

    private String statements(ListedContract company, SplittableRandom chance) {
        return years(year -> {
            BigDecimal revenue = amount(chance, 500, 90_000);
            BigDecimal costs = revenue.multiply(amount(chance, 0, 1)).setScale(2, RoundingMode.HALF_UP);
            return text("Revenue", revenue) + text("Costs", costs) + text("NetIncome", revenue.subtract(costs));
        });
    }

    private String estimates(ListedContract company, SplittableRandom chance) {
        return "<Year end=\"" + (today().getYear() + 1) + "\">" + text("Analysts", 3 + chance.nextInt(40))
                + text("EarningsPerShare", amount(chance, 0, 18))
                + text("TargetPrice", amount(chance, 20, 900)) + "</Year>";
    }

    /** The same earnings date as in the corporate calendar. */
    private String calendar(ListedContract company, SplittableRandom chance) {
        return text("EarningsDate", CalendarDesk.earningsDate(company, today()));
    }

    private String years(IntFunction<String> content) {
        int last = today().getYear() - 1;
        return IntStream.range(0, YEARS)
                .map(back -> last - back)
                .mapToObj(year -> "<Year end=\"" + year + "\">" + content.apply(year) + "</Year>")
                .collect(Collectors.joining());
    }

    private static BigDecimal amount(SplittableRandom chance, int from, int to) {
        return BigDecimal.valueOf(chance.nextLong(from * 100L, to * 100L), 2);
    }

    private static String text(String name, Object value) {
        String escaped = value.toString().replace("&", "&amp;").replace("<", "&lt;");
        return String.format(Locale.ROOT, "<%s>%s</%s>", name, escaped, name);
    }
}
