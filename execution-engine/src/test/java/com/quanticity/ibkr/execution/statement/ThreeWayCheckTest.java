package com.quanticity.ibkr.execution.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.statement.BookedDay.Booked;
import com.quanticity.ibkr.execution.statement.BookedDay.Held;
import com.quanticity.ibkr.execution.statement.ThreeWayRow.Section;
import com.quanticity.ibkr.execution.statement.ThreeWayRow.Verdict;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.Side;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreeWayCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ContractId SPY = ContractId.of(756733);
    private static final Booked BOUGHT = booked("0000e0d5.65e1.01.01", Side.BUY, "100", "500.1", "1.00");
    private static final Booked SOLD = booked("0000e0d5.65e2.01.01", Side.SELL, "40", "501", "0.85");

    private final Statement statement = FlexReader.read(
                    new ByteArrayInputStream(FlexFiles.DAY.getBytes(StandardCharsets.UTF_8)))
            .getFirst();

    @Test
    void agreesOnEveryLineWhenAllThreeSayTheSame() {
        List<ThreeWayRow> rows = ThreeWayCheck.rows(DAY, day(List.of(BOUGHT, SOLD), "60"), statement);

        assertThat(rows)
                .extracting(ThreeWayRow::section)
                .containsExactly(Section.TRADE, Section.TRADE, Section.POSITION, Section.CASH);
        assertThat(rows).extracting(ThreeWayRow::verdict).containsOnly(Verdict.AGREES);
    }

    @Test
    void aMissingStatementIsUnknownAndNotEqual() {
        List<ThreeWayRow> rows = ThreeWayCheck.rows(DAY, day(List.of(BOUGHT, SOLD), "60"), null);

        assertThat(rows).extracting(ThreeWayRow::statement).containsOnly("unknown");
        assertThat(rows).extracting(ThreeWayRow::verdict).containsOnly(Verdict.UNKNOWN);
    }

    @Test
    void aTradeThatOnlyTheStatementHasDiffersInTradePositionAndCash() {
        List<ThreeWayRow> rows = ThreeWayCheck.rows(DAY, day(List.of(BOUGHT), "100"), statement);

        assertThat(rows)
                .filteredOn(row -> row.verdict() == Verdict.DIFFERS)
                .extracting(ThreeWayRow::section, ThreeWayRow::internal, ThreeWayRow::statement)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Section.TRADE, "", "SELL 40 @ 501"),
                        org.assertj.core.groups.Tuple.tuple(Section.POSITION, "100", "60"),
                        org.assertj.core.groups.Tuple.tuple(Section.CASH, "1", "1.85"));
    }

    @Test
    void aTradeThatWasTakenFromTheStatementIsNotExpectedOfTheApi() {
        Booked taken = new Booked(
                SOLD.execId(), SPY, "SPY", Side.SELL, SOLD.quantity(), SOLD.price(), SOLD.commission(), "USD", true);
        BookedDay booked = new BookedDay(
                "DU7654321",
                Map.of(BOUGHT.execId(), BOUGHT, taken.execId(), taken),
                Map.of(BOUGHT.execId(), BOUGHT),
                List.of(),
                null);

        assertThat(ThreeWayCheck.rows(DAY, booked, statement))
                .filteredOn(row -> row.reference().equals(taken.execId()))
                .extracting(ThreeWayRow::api, ThreeWayRow::verdict)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("unknown", Verdict.UNKNOWN));
    }

    @Test
    void unknownBrokerPositionsProveNothing() {
        BookedDay booked = day(List.of(BOUGHT, SOLD), null);

        assertThat(ThreeWayCheck.rows(DAY, booked, statement))
                .filteredOn(row -> row.section() == Section.POSITION)
                .extracting(ThreeWayRow::verdict)
                .containsExactly(Verdict.UNKNOWN);
    }

    @Test
    void aCommissionThatIsStillOpenMakesTheCashUnknown() {
        Booked open = new Booked("e", SPY, "SPY", Side.BUY, BigDecimal.ONE, BigDecimal.TEN, null, "", false);

        assertThat(ThreeWayCheck.rows(DAY, day(List.of(BOUGHT, SOLD, open), "60"), statement))
                .filteredOn(row -> row.section() == Section.CASH)
                .extracting(ThreeWayRow::internal)
                .containsExactly("unknown");
    }

    @Test
    void csvQuotesWhatNeedsItAndDisarmsFormulas() {
        ThreeWayRow row = ThreeWayRow.of(Section.TRADE, "DU1", SPY, "=cmd()", "a,b", "-3", "\"x\"", "-3");

        assertThat(ReportCsv.of(List.of(row)))
                .endsWith("\r\nTRADE,DU1,756733,'=cmd(),\"a,b\",-3,\"\"\"x\"\"\",-3,DIFFERS\r\n");
    }

    private static BookedDay day(List<Booked> fills, @Nullable String brokers) {
        Map<String, Booked> byId = new LinkedHashMap<>();
        fills.forEach(fill -> byId.put(fill.execId(), fill));
        BigDecimal held = fills.stream()
                .filter(fill -> fill.commission() != null)
                .map(fill -> fill.side() == Side.BUY
                        ? fill.quantity()
                        : fill.quantity().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new BookedDay(
                "DU7654321",
                byId,
                byId,
                List.of(new Held(SPY, "SPY", held)),
                brokers == null ? null : List.of(new Held(SPY, "", new BigDecimal(brokers))));
    }

    private static Booked booked(String execId, Side side, String quantity, String price, String commission) {
        return new Booked(
                execId,
                SPY,
                "SPY",
                side,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(commission),
                "USD",
                false);
    }
}
