package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import com.quanticity.ibkr.adapter.historical.store.BarSeries;
import com.quanticity.ibkr.adapter.historical.store.BarTable;
import com.quanticity.ibkr.adapter.historical.store.HistoricalBar;
import com.quanticity.ibkr.adapter.historical.store.HistoricalTick;
import com.quanticity.ibkr.adapter.historical.store.TickSeries;
import com.quanticity.ibkr.adapter.historical.store.TickTable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was downloaded, a page at a time, as JSON or, by {@code Accept: text/csv}, as CSV with a header line. */
@RestController
@RequestMapping("/api/v1/historical")
@Tag(name = "past data", description = "Downloads of past bars and ticks, and what they stored")
class StoredHistoryController {

    private static final int USUAL_LIMIT = 1_000;
    private static final int MOST = 50_000;
    private static final String CSV = "text/csv";

    private final BarTable bars;
    private final TickTable ticks;
    private final ContractDirectory contracts;
    private final Clock clock;

    StoredHistoryController(HistoricalParts parts, ContractDirectory contracts, Clock clock) {
        this.bars = parts.bars();
        this.ticks = parts.ticks();
        this.contracts = contracts;
        this.clock = clock;
    }

    /**
     * Which bars.
     *
     * @param from inclusive
     * @param to exclusive; absent = now
     * @param limit rows of a page, 1000 when absent
     */
    record BarsWanted(
            @Nullable String symbol,
            @Nullable Integer contractId,
            @Nullable String barSize,
            @Nullable String whatToShow,
            @Nullable Boolean useRTH,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer limit) {}

    /**
     * Which ticks.
     *
     * @param skip rows of the second {@code from} that are known, 0 when absent
     */
    record TicksWanted(
            @Nullable String symbol,
            @Nullable Integer contractId,
            @Nullable String kind,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer limit,
            @Nullable Integer skip) {}

    /**
     * Bars in time order.
     *
     * @param next {@code from} of the next page, null when this is the last
     */
    record BarPage(List<HistoricalBar> bars, @Nullable Instant next) {}

    /**
     * Ticks in the broker's order.
     *
     * @param next {@code from} of the next page, null when this is the last
     * @param skip {@code skip} of the next page
     */
    record TickPage(List<HistoricalTick> ticks, @Nullable Instant next, int skip) {}

    @GetMapping(path = "/bars", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "readBars", summary = "Reads downloaded bars, JSON or CSV by Accept")
    @ApiResponse(responseCode = "200", description = "rows in time order; next is null on the last page")
    @ApiResponse(responseCode = "400", description = "names what is wrong")
    BarPage bars(@ParameterObject @ModelAttribute BarsWanted wanted) {
        int limit = limit(wanted.limit());
        List<HistoricalBar> page = read(wanted, limit + 1);
        return page.size() > limit
                ? new BarPage(page.subList(0, limit), page.get(limit).start())
                : new BarPage(page, null);
    }

    @GetMapping(path = "/bars", produces = CSV)
    @Operation(operationId = "readBarsAsCsv", summary = "Reads downloaded bars, JSON or CSV by Accept")
    @ApiResponse(responseCode = "200", description = "rows in time order; next is null on the last page")
    @ApiResponse(responseCode = "400", description = "names what is wrong")
    String barsAsCsv(@ParameterObject @ModelAttribute BarsWanted wanted) {
        return "start,day,open,high,low,close,volume,wap,count\n"
                + read(wanted, limit(wanted.limit())).stream()
                        .map(bar -> line(
                                bar.start(),
                                bar.day(),
                                bar.open().toPlainString(),
                                bar.high().toPlainString(),
                                bar.low().toPlainString(),
                                bar.close().toPlainString(),
                                bar.volume(),
                                bar.wap(),
                                bar.count()))
                        .collect(Collectors.joining());
    }

    @GetMapping(path = "/ticks", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "readTicks", summary = "Reads downloaded ticks, JSON or CSV by Accept")
    @ApiResponse(responseCode = "200", description = "rows in time order; next is null on the last page")
    @ApiResponse(responseCode = "400", description = "names what is wrong")
    TickPage ticks(@ParameterObject @ModelAttribute TicksWanted wanted) {
        int limit = limit(wanted.limit());
        int skip = wanted.skip() == null ? 0 : Math.max(0, wanted.skip());
        List<HistoricalTick> page = read(wanted, limit + 1, skip);
        if (page.size() <= limit) {
            return new TickPage(page, null, 0);
        }
        Instant second = page.get(limit).at();
        List<HistoricalTick> shown = page.subList(0, limit);
        int known =
                (int) shown.stream().filter(tick -> tick.at().equals(second)).count();
        boolean isSameSecond = second.equals(wanted.from());
        return new TickPage(shown, second, isSameSecond ? known + skip : known);
    }

    @GetMapping(path = "/ticks", produces = CSV)
    @Operation(operationId = "readTicksAsCsv", summary = "Reads downloaded ticks, JSON or CSV by Accept")
    @ApiResponse(responseCode = "200", description = "rows in time order; next is null on the last page")
    @ApiResponse(responseCode = "400", description = "names what is wrong")
    String ticksAsCsv(@ParameterObject @ModelAttribute TicksWanted wanted) {
        int skip = wanted.skip() == null ? 0 : Math.max(0, wanted.skip());
        return "at,price,size,bid,ask,bidSize,askSize,exchange,conditions,flags\n"
                + read(wanted, limit(wanted.limit()), skip).stream()
                        .map(tick -> line(
                                tick.at(),
                                tick.price(),
                                tick.size(),
                                tick.bid(),
                                tick.ask(),
                                tick.bidSize(),
                                tick.askSize(),
                                tick.exchange(),
                                quoted(tick.conditions()),
                                tick.flags()))
                        .collect(Collectors.joining());
    }

    private List<HistoricalBar> read(BarsWanted wanted, int limit) {
        TimeRange range = HistoryRequests.range(wanted.from(), wanted.to(), clock.instant());
        BarSeries series = new BarSeries(
                HistoryRequests.contractId(wanted.symbol(), wanted.contractId(), contracts),
                HistoryRequests.length(wanted.barSize()).code(),
                wanted.whatToShow() == null ? "TRADES" : wanted.whatToShow(),
                Boolean.TRUE.equals(wanted.useRTH()));
        return bars.read(series, range.from(), range.to(), limit);
    }

    private List<HistoricalTick> read(TicksWanted wanted, int limit, int skip) {
        TimeRange range = HistoryRequests.range(wanted.from(), wanted.to(), clock.instant());
        TickSeries series = new TickSeries(
                HistoryRequests.contractId(wanted.symbol(), wanted.contractId(), contracts),
                wanted.kind() == null ? "TRADES" : wanted.kind());
        return ticks.read(series, range.from(), range.to(), limit, skip);
    }

    private static int limit(@Nullable Integer wanted) {
        return wanted == null ? USUAL_LIMIT : Math.clamp(wanted, 1, MOST);
    }

    private static String line(@Nullable Object... values) {
        StringBuilder line = new StringBuilder();
        for (Object value : values) {
            line.append(line.isEmpty() ? "" : ",").append(value == null ? "" : plain(value));
        }
        return line.append('\n').toString();
    }

    private static String plain(Object value) {
        return value instanceof java.math.BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : '"' + text.replace("\"", "\"\"") + '"';
    }
}
