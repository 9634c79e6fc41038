package com.quanticity.ibkr.execution.statement;

/** Files as the broker would write them, made up. */
final class FlexFiles {

    static final String DAY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <FlexQueryResponse queryName="Day end" type="AF">
            <FlexStatements count="1">
            <FlexStatement accountId="DU7654321" fromDate="20260302" toDate="20260302" period="LastBusinessDay" whenGenerated="20260303;021500">
            <AccountInformation accountId="DU7654321" currency="USD"/>
            <Trades>
            <Trade accountId="DU7654321" assetCategory="STK" symbol="SPY" conid="756733" tradeDate="20260302" dateTime="20260302;093001" quantity="100" tradePrice="500.10" ibCommission="-1.00" ibCommissionCurrency="USD" buySell="BUY" ibExecID="0000e0d5.65e1.01.01" levelOfDetail="EXECUTION"/>
            <Trade accountId="DU7654321" assetCategory="STK" symbol="SPY" conid="756733" tradeDate="20260302" quantity="-40" tradePrice="501" ibCommission="-0.85" ibCommissionCurrency="USD" buySell="SELL" ibExecID="0000e0d5.65e2.01.01" levelOfDetail="EXECUTION"/>
            <Trade accountId="DU7654321" assetCategory="STK" symbol="SPY" conid="756733" tradeDate="20260302" quantity="60" tradePrice="500.4" buySell="BUY" levelOfDetail="ORDER"/>
            </Trades>
            <OpenPositions>
            <OpenPosition accountId="DU7654321" symbol="SPY" conid="756733" position="60" markPrice="501" levelOfDetail="SUMMARY"/>
            <OpenPosition accountId="DU7654321" symbol="SPY" conid="756733" position="60" levelOfDetail="LOT"/>
            </OpenPositions>
            <CashReport>
            <CashReportCurrency accountId="DU7654321" currency="BASE_SUMMARY" commissions="-1.85"/>
            <CashReportCurrency accountId="DU7654321" currency="USD" commissions="-1.85"/>
            </CashReport>
            </FlexStatement>
            </FlexStatements>
            </FlexQueryResponse>
            """;

    private FlexFiles() {}
}
