package com.quanticity.ibkr.execution.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.execution.statement.Statement.Cash;
import com.quanticity.ibkr.execution.statement.Statement.OpenPosition;
import com.quanticity.ibkr.execution.statement.Statement.Trade;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.Side;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlexReaderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void readsTradesPositionsAndCash() {
        Statement statement = read(FlexFiles.DAY).getFirst();

        assertThat(statement)
                .isEqualTo(new Statement(
                        "DU7654321",
                        DAY,
                        DAY,
                        "20260303;021500",
                        List.of(
                                trade("0000e0d5.65e1.01.01", Side.BUY, "100", "500.10", "1.00", LocalTime.of(9, 30, 1)),
                                trade("0000e0d5.65e2.01.01", Side.SELL, "40", "501", "0.85", null)),
                        List.of(new OpenPosition(ContractId.of(756733), "SPY", new BigDecimal("60"))),
                        List.of(new Cash("USD", new BigDecimal("1.85")))));
    }

    @Test
    void aSectionThatIsNotInTheFileIsUnknownAndNotEmpty() {
        Statement statement = read("""
                <FlexQueryResponse><FlexStatements><FlexStatement accountId="DU1" fromDate="2026-03-02" toDate="2026-03-02">
                <Trades/></FlexStatement></FlexStatements></FlexQueryResponse>""").getFirst();

        assertThat(statement.trades()).isEmpty();
        assertThat(statement.positions()).isNull();
        assertThat(statement.cash()).isNull();
        assertThat(statement.from()).isEqualTo(DAY);
    }

    @Test
    void readsEveryAccountOfAFile() {
        String one = """
                <FlexStatement accountId="%s" fromDate="20260302" toDate="20260302"><Trades/></FlexStatement>""";
        List<Statement> statements = read("<FlexQueryResponse><FlexStatements>" + one.formatted("DU1")
                + one.formatted("DU2") + "</FlexStatements></FlexQueryResponse>");

        assertThat(statements).extracting(Statement::account).containsExactly("DU1", "DU2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not xml at all | not readable as XML",
                "<Other/> | no FlexQueryResponse",
                "<FlexQueryResponse/> | no FlexStatement in it",
                "<FlexQueryResponse><FlexStatement fromDate='20260302' toDate='20260302'/></FlexQueryResponse> | accountId",
                "<FlexQueryResponse><FlexStatement accountId='A' fromDate='2.3.26' toDate='20260302'/></FlexQueryResponse> | fromDate",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><FlexQueryResponse>&b;</FlexQueryResponse> | document type"
            })
    void refusesWhatItCannotReadWithoutGuessing(String file, String reason) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableStatementException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void namesABookingWithoutAnExecutionTheSameEachTimeAndReadsOrderAndTime() {
        Statement statement = read("""
                <FlexQueryResponse><FlexStatements><FlexStatement accountId="DU1" fromDate="20260302" toDate="20260302"><Trades>
                <Trade tradeDate="20260302" dateTime="20260301;190500" conid="1" quantity="5" tradePrice="3" ibOrderID="77"
                orderReference="01K9ZZZZZZZZZZZZZZZZZZZZZZ"/></Trades></FlexStatement></FlexStatements></FlexQueryResponse>""").getFirst();

        assertThat(statement.tradesOf(DAY)).containsOnlyKeys("STMT-DU1-20260302-1.01");
        Trade trade = statement.tradesOf(DAY).values().iterator().next();
        assertThat(trade.time()).isNull();
        assertThat(trade.permId()).isEqualTo(77);
        assertThat(trade.orderRef()).isEqualTo("01K9ZZZZZZZZZZZZZZZZZZZZZZ");
    }

    @Test
    void saysWhereANumberIsNone() {
        assertThatThrownBy(() -> read(FlexFiles.DAY.replace("500.10", "about 500")))
                .hasMessageMatching("line \\d+: tradePrice must be a number, was 'about 500'");
    }

    private static Trade trade(
            String execId, Side side, String quantity, String price, String commission, @Nullable LocalTime time) {
        return new Trade(
                execId,
                DAY,
                ContractId.of(756733),
                "SPY",
                side,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(commission),
                "USD",
                time,
                null,
                null);
    }

    private static List<Statement> read(String text) {
        return FlexReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
