package com.quanticity.ibkr.adapter.entitlement;

import static com.quanticity.ibkr.model.market.MarketDataType.DELAYED;
import static com.quanticity.ibkr.model.market.MarketDataType.LIVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.ops.Alarm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitlementBookTest {

    private static final DataTarget SPY = DataTarget.of(TestContracts.SPY, DataKind.LEVEL_1);
    private static final DataTarget DEPTH = DataTarget.of(TestContracts.SPY, DataKind.DEPTH, "ARCA");

    private final MovableClock clock = new MovableClock();
    private final List<String> alarms = new ArrayList<>();
    private MarketDataType askedType = LIVE;
    private final EntitlementBook book = new EntitlementBook(
            new EntitlementAlarms(new AdapterAlarms(this::onAlarm, clock, new SimpleMeterRegistry()), () -> askedType),
            clock);

    private void onAlarm(Alarm alarm) {
        alarms.add((alarm.raised() ? "+" : "-") + alarm.subject());
    }

    @ParameterizedTest
    @CsvSource({
        "LEVEL_1, 354, REFUSED",
        "LEVEL_1, 10089, DELAYED_ONLY",
        "TICK_BY_TICK, 10089, REFUSED",
        "LEVEL_1, 10090, PARTLY",
        "DEPTH, 10092, REFUSED",
        "LEVEL_1, 10168, REFUSED",
        "LEVEL_1, 101, NO_ROOM",
        "DEPTH, 309, NO_ROOM",
        "HISTORY, 10186, REFUSED",
        "LEVEL_1, 10197, COMPETING",
        "LEVEL_1, 317, ASKED",
        "HISTORY, 162, ASKED"
    })
    void codesAreReadForTheirKind(DataKind kind, int code, Standing standing) {
        DataTarget target = DataTarget.of(TestContracts.SPY, kind);
        book.asked(target);

        book.answered(target, code, "words of the broker");

        assertThat(standing(target)).isEqualTo(standing);
    }

    @Test
    void codeOfManyCausesIsReadByItsText() {
        DataTarget history = DataTarget.of(TestContracts.SPY, DataKind.HISTORY);

        book.answered(
                history, 162, "Historical Market Data Service error message:No market data permissions for ARCA STK");

        assertThat(standing(history)).isEqualTo(Standing.REFUSED);
    }

    @Test
    void refusalSaysWhatItMeansAndWhatToDoAndStaysUntilDataFlows() {
        book.asked(SPY);
        book.answered(SPY, 354, "Requested market data is not subscribed.");
        Entitlement refused = book.find(SPY).orElseThrow();
        assertThat(refused.meaning()).isNotBlank();
        assertThat(refused.action()).contains("subscribe");

        book.asked(SPY);
        assertThat(standing(SPY)).isEqualTo(Standing.REFUSED);

        book.served(SPY, LIVE);
        assertThat(book.find(SPY).orElseThrow())
                .returns(Standing.ENTITLED, Entitlement::standing)
                .returns(null, Entitlement::code);
        assertThat(alarms).containsExactly("+LEVEL_1:SPY", "-LEVEL_1:SPY");
    }

    @Test
    void alarmsOfTwoOptionsOnOneUnderlyingAreTwo() {
        for (int contractId : new int[] {716423, 716424}) {
            DataTarget option =
                    new DataTarget("SPY", ContractId.of(contractId), DataKind.LEVEL_1, "SMART", SecurityType.OPTION);
            book.asked(option);
            book.answered(option, 354, "Requested market data is not subscribed.");
        }

        assertThat(alarms).containsExactly("+LEVEL_1:SPY#716423", "+LEVEL_1:SPY#716424");
    }

    @Test
    void adviceIsNotTakenBackByTheDataThatFollowsIt() {
        book.asked(SPY);
        book.answered(SPY, 10167, "Displaying delayed market data...");
        book.served(SPY, DELAYED);
        assertThat(book.find(SPY).orElseThrow())
                .returns(Standing.DELAYED_ONLY, Entitlement::standing)
                .returns(10167, Entitlement::code);

        book.asked(DEPTH);
        book.answered(DEPTH, 2152, "Exchanges - Depth: IEX; Top: BYX");
        book.served(DEPTH, LIVE);
        assertThat(standing(DEPTH)).isEqualTo(Standing.PARTLY);

        book.asked(DEPTH);
        book.served(DEPTH, LIVE);
        assertThat(standing(DEPTH)).isEqualTo(Standing.ENTITLED);
    }

    @Test
    void delayedDataThatWasAskedForIsNoAlarm() {
        askedType = DELAYED;

        book.served(SPY, DELAYED);

        assertThat(alarms).isEmpty();
    }

    @Test
    void otherKindsAreAnAlarmOnlyWhenTheyWereThereBefore() {
        book.answered(DEPTH, 354, "not subscribed");
        assertThat(alarms).isEmpty();

        book.served(DEPTH, LIVE);
        book.answered(DEPTH, 354, "not subscribed");

        assertThat(alarms).containsExactly("+DEPTH:SPY@ARCA");
    }

    private Standing standing(DataTarget target) {
        return book.find(target).orElseThrow().standing();
    }
}
