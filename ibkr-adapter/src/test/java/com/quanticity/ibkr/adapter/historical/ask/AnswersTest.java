package com.quanticity.ibkr.adapter.historical.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.historical.job.HistoryJob;
import com.quanticity.ibkr.adapter.historical.job.Piece;
import com.quanticity.ibkr.adapter.historical.plan.BarLength;
import com.quanticity.ibkr.adapter.historical.plan.OpenTimes;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On hosts in zones east, west and half an hour off: the broker's times do not depend on them. */
@ParameterizedClass
@ValueSource(strings = {"UTC", "Asia/Kolkata", "America/Los_Angeles", "Pacific/Kiritimati"})
class AnswersTest {

    private static final TimeRange RANGE =
            new TimeRange(Instant.parse("2026-02-27T14:30:00Z"), Instant.parse("2026-02-27T15:30:00Z"));
    private static final HistoryJob JOB = new HistoryJob(
            "01",
            null,
            HistoryJob.Kind.BARS,
            756733,
            "SPY",
            "STK",
            "SMART",
            RANGE,
            BarLength.SECONDS_5,
            "TRADES",
            true,
            false,
            RANGE.to());
    private static final Question BARS = new Question.Bars(JOB, Piece.open(0, RANGE));

    @Parameter
    private String hostZone = "";

    private final TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void moveTheHost() {
        TimeZone.setDefault(TimeZone.getTimeZone(hostZone));
    }

    @AfterEach
    void moveItBack() {
        TimeZone.setDefault(before);
    }

    @Test
    void asksForTheEndAndTheSpanOfAPiece() {
        HistoryRequest.ReqHistoricalData request = (HistoryRequest.ReqHistoricalData) BARS.request(7);

        assertThat(request.endDateTime()).isEqualTo("20260227-15:30:00");
        assertThat(request.durationStr()).isEqualTo("3600 S");
        assertThat(request.formatDate()).isEqualTo(2);
        assertThat(request.contract().conId()).isEqualTo(756733);
    }

    @Test
    void readsEpochSecondsZonedTextsAndDays() {
        Answer answer = read(bars("1772202600", "20260227 09:30:05 US/Eastern", "20260227"));

        assertThat(((Answer.Bars) answer).bars())
                .satisfiesExactly(
                        bar -> assertThat(bar.start()).isEqualTo(RANGE.from()),
                        bar -> assertThat(bar.start()).isEqualTo(RANGE.from().plusSeconds(5)),
                        bar -> assertThat(bar.day()).isEqualTo(LocalDate.of(2026, 2, 27)));
    }

    @Test
    void refusesAnAnswerWithATimeNobodyCanRead() {
        assertThat(read(bars("20260227 09:30:00"))).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void readsTheSchedulesTimesInItsZoneThoughTheyHaveADash() {
        Answer answer = read(new HistoryEvent.HistoricalSchedule(
                7,
                "",
                "",
                "US/Eastern",
                List.of(new HistoryEvent.Session("20260227-09:30:00", "20260227-16:00:00", "20260227"))));

        assertThat(answer)
                .isEqualTo(new Answer.Hours(
                        new OpenTimes(List.of(new TimeRange(RANGE.from(), Instant.parse("2026-02-27T21:00:00Z"))))));
    }

    @ParameterizedTest
    @CsvSource({
        "162, Historical Market Data Service error message:HMDS query returned no data: SPY@SMART Trades, NoData",
        "162, Historical Market Data Service error message:Historical data request pacing violation, TooFast",
        "162, Historical Market Data Service error message:API historical data query cancelled: 7, Later",
        "162, Historical Market Data Service error message:HMDS server disconnect occurred.  Attempting reconnection..., Later",
        "162, Historical Market Data Service error message:Time length exceed max., Refused",
        "162, Historical Market Data Service error message:invalid step: 5 secs, Refused",
        "162, Historical Market Data Service error message:No market data permissions for ISLAND STK, Refused",
        "162, Historical Market Data Service error message:Trading TWS session is connected from a different IP address, Lost",
        "165, Historical Market Data Service query message:no items retrieved, NoData",
        "200, No security definition has been found for the request, Refused",
        "321, Error validating request, Refused",
        "322, Error processing request, Later",
        "366, No historical data query found for ticker id:7, Later",
        "10187, Failed to request historical ticks:No data of type TRADES for this contract, NoData",
        "10187, Failed to request historical ticks:invalid number, Refused",
        "10299, Expected what to show is AGGTRADES, Refused",
        "504, Not connected, Lost"
    })
    void tellsRefusalsApart(int code, String text, String kind) {
        Answer answer = Answers.read(BARS, new RequestOutcome.BrokerError(code, text));

        assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void aConnectionThatEndsCostsNoAttempt() {
        SendOutcome.Refused refused = new SendOutcome.Refused(LocalRefusal.NOT_CONNECTED, "no connection");

        assertThat(Answers.read(BARS, new RequestOutcome.ConnectionLost("cut"))).isEqualTo(new Answer.Lost("cut"));
        assertThat(Answers.read(BARS, new RequestOutcome.NotSent(refused))).isInstanceOf(Answer.Lost.class);
    }

    private static Answer read(GatewayEvent... events) {
        Question question = events[0] instanceof HistoryEvent.HistoricalSchedule ? new Question.Hours(JOB) : BARS;
        return Answers.read(question, new RequestOutcome.Answered(List.of(events)));
    }

    private static HistoryEvent.HistoricalData bars(String... dates) {
        return new HistoryEvent.HistoricalData(
                7, null, List.of(dates).stream().map(AnswersTest::bar).toList());
    }

    private static HistoryEvent.Bar bar(String date) {
        return new HistoryEvent.Bar(
                date, BigDecimal.ONE, BigDecimal.TWO, BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TEN, null, 3);
    }
}
