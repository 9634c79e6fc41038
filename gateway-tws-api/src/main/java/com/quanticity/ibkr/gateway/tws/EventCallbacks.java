package com.quanticity.ibkr.gateway.tws;

import com.ib.client.CommissionAndFeesReport;
import com.ib.client.Contract;
import com.ib.client.Decimal;
import com.ib.client.DeltaNeutralContract;
import com.ib.client.Execution;
import com.ib.client.FamilyCode;
import com.ib.client.Order;
import com.ib.client.OrderState;
import com.ib.client.SoftDollarTier;
import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.DisplayGroupEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.tws.bag.ContractBags;
import com.quanticity.ibkr.gateway.tws.bag.ExecutionBags;
import com.quanticity.ibkr.gateway.tws.bag.OrderBags;
import com.quanticity.ibkr.gateway.tws.bag.Values;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Callbacks about accounts, orders and the connection. */
class EventCallbacks extends ReferenceCallbacks {

    @Override
    public void nextValidId(int orderId) {
        add(new ConnectionEvent.NextValidId(orderId));
    }

    @Override
    public void managedAccounts(String accountsList) {
        add(new ConnectionEvent.ManagedAccounts(Stream.of(accountsList.split(",", -1))
                .map(String::strip)
                .filter(account -> !account.isEmpty())
                .toList()));
    }

    @Override
    public void currentTime(long time) {
        add(new ConnectionEvent.CurrentTime(Instant.ofEpochSecond(time)));
    }

    @Override
    public void currentTimeInMillis(long timeInMillis) {
        add(new ConnectionEvent.CurrentTimeInMillis(Instant.ofEpochMilli(timeInMillis)));
    }

    @Override
    public void userInfo(int reqId, String whiteBrandingId) {
        add(new ConnectionEvent.UserInfo(reqId, Values.text(whiteBrandingId)));
    }

    @Override
    public void displayGroupList(int reqId, String groups) {
        add(new DisplayGroupEvent.DisplayGroupList(reqId, Values.text(groups)));
    }

    @Override
    public void displayGroupUpdated(int reqId, String contractInfo) {
        add(new DisplayGroupEvent.DisplayGroupUpdated(reqId, Values.text(contractInfo)));
    }

    @Override
    public void verifyMessageAPI(String apiData) {
        add(new ConnectionEvent.Verification(65, List.of(Values.text(apiData))));
    }

    @Override
    public void verifyCompleted(boolean isSuccessful, String errorText) {
        add(new ConnectionEvent.Verification(66, List.of(Boolean.toString(isSuccessful), Values.text(errorText))));
    }

    @Override
    public void verifyAndAuthMessageAPI(String apiData, String challenge) {
        add(new ConnectionEvent.Verification(69, List.of(Values.text(apiData), Values.text(challenge))));
    }

    @Override
    public void verifyAndAuthCompleted(boolean isSuccessful, String errorText) {
        add(new ConnectionEvent.Verification(70, List.of(Boolean.toString(isSuccessful), Values.text(errorText))));
    }

    @Override
    public void accountSummary(int reqId, String account, String tag, String value, String currency) {
        add(new AccountEvent.AccountSummary(
                reqId, Values.text(account), Values.text(tag), Values.text(value), Values.text(currency)));
    }

    @Override
    public void accountSummaryEnd(int reqId) {
        add(new AccountEvent.AccountSummaryEnd(reqId));
    }

    @Override
    public void updateAccountValue(String key, String value, String currency, String accountName) {
        add(new AccountEvent.UpdateAccountValue(
                Values.text(key), Values.text(value), Values.text(currency), Values.text(accountName)));
    }

    @Override
    public void updatePortfolio(
            Contract contract,
            Decimal position,
            double marketPrice,
            double marketValue,
            double averageCost,
            double unrealizedPnl,
            double realizedPnl,
            String accountName) {
        add(new AccountEvent.UpdatePortfolio(
                ContractBags.BAGS.contract(contract),
                Values.requiredSize(position),
                Values.number(marketPrice),
                Values.number(marketValue),
                Values.number(averageCost),
                Values.number(unrealizedPnl),
                Values.number(realizedPnl),
                Values.text(accountName)));
    }

    @Override
    public void updateAccountTime(String timeStamp) {
        add(new AccountEvent.UpdateAccountTime(Values.text(timeStamp)));
    }

    @Override
    public void accountDownloadEnd(String accountName) {
        add(new AccountEvent.AccountDownloadEnd(Values.text(accountName)));
    }

    @Override
    public void accountUpdateMulti(
            int reqId, String account, String modelCode, String key, String value, String currency) {
        add(new AccountEvent.AccountUpdateMulti(
                reqId,
                Values.text(account),
                Values.text(modelCode),
                Values.text(key),
                Values.text(value),
                Values.text(currency)));
    }

    @Override
    public void accountUpdateMultiEnd(int reqId) {
        add(new AccountEvent.AccountUpdateMultiEnd(reqId));
    }

    @Override
    public void position(String account, Contract contract, Decimal position, double avgCost) {
        add(new AccountEvent.Position(
                account,
                ContractBags.BAGS.contract(contract),
                Values.requiredSize(position),
                Values.required(avgCost)));
    }

    @Override
    public void positionEnd() {
        add(new AccountEvent.PositionEnd());
    }

    @Override
    public void positionMulti(
            int reqId, String account, String modelCode, Contract contract, Decimal position, double avgCost) {
        add(new AccountEvent.PositionMulti(
                reqId,
                Values.text(account),
                Values.text(modelCode),
                ContractBags.BAGS.contract(contract),
                Values.requiredSize(position),
                Values.required(avgCost)));
    }

    @Override
    public void positionMultiEnd(int reqId) {
        add(new AccountEvent.PositionMultiEnd(reqId));
    }

    @Override
    public void pnl(int reqId, double dailyPnl, double unrealizedPnl, double realizedPnl) {
        add(new AccountEvent.Pnl(
                reqId, Values.number(dailyPnl), Values.number(unrealizedPnl), Values.number(realizedPnl)));
    }

    @Override
    public void pnlSingle(
            int reqId, Decimal position, double dailyPnl, double unrealizedPnl, double realizedPnl, double value) {
        add(new AccountEvent.PnlSingle(
                reqId,
                Values.size(position),
                Values.number(dailyPnl),
                Values.number(unrealizedPnl),
                Values.number(realizedPnl),
                Values.number(value)));
    }

    @Override
    public void familyCodes(FamilyCode[] codes) {
        add(new AccountEvent.FamilyCodes(Stream.of(codes)
                .map(code -> new AccountEvent.FamilyCode(code.accountID(), code.familyCodeStr()))
                .toList()));
    }

    @Override
    public void softDollarTiers(int reqId, SoftDollarTier[] tiers) {
        add(new AccountEvent.SoftDollarTiers(
                reqId, Stream.of(tiers).map(OrderBags.BAGS::tier).toList()));
    }

    @Override
    public void receiveFA(int faDataType, String xml) {
        add(new AccountEvent.ReceiveFa(faDataType, Values.text(xml)));
    }

    @Override
    public void replaceFAEnd(int reqId, String text) {
        add(new AccountEvent.ReplaceFaEnd(reqId, Values.text(text)));
    }

    @Override
    public void orderStatus(
            int orderId,
            String status,
            Decimal filled,
            Decimal remaining,
            double avgFillPrice,
            long permId,
            int parentId,
            double lastFillPrice,
            int clientId,
            String whyHeld,
            double mktCapPrice) {
        add(new TradingEvent.OrderStatus(
                orderId,
                Values.text(status),
                Values.requiredSize(filled),
                Values.requiredSize(remaining),
                Values.numberOrNullIfZero(avgFillPrice),
                Values.longOrNull(permId),
                parentId,
                Values.numberOrNullIfZero(lastFillPrice),
                clientId,
                Values.text(whyHeld),
                Values.numberOrNullIfZero(mktCapPrice)));
    }

    @Override
    public void openOrder(int orderId, Contract contract, Order order, OrderState state) {
        add(new TradingEvent.OpenOrder(
                orderId,
                ContractBags.BAGS.contract(contract),
                OrderBags.BAGS.order(order),
                OrderBags.BAGS.state(state)));
    }

    @Override
    public void openOrderEnd() {
        add(new TradingEvent.OpenOrderEnd());
    }

    @Override
    public void completedOrder(Contract contract, Order order, OrderState state) {
        add(new TradingEvent.CompletedOrder(
                ContractBags.BAGS.contract(contract), OrderBags.BAGS.order(order), OrderBags.BAGS.state(state)));
    }

    @Override
    public void completedOrdersEnd() {
        add(new TradingEvent.CompletedOrdersEnd());
    }

    @Override
    public void orderBound(long permId, int clientId, int orderId) {
        add(new TradingEvent.OrderBound(permId, clientId, orderId));
    }

    @Override
    public void execDetails(int reqId, Contract contract, Execution execution) {
        add(new TradingEvent.ExecDetails(
                reqId, ContractBags.BAGS.contract(contract), ExecutionBags.BAGS.execution(execution)));
    }

    @Override
    public void execDetailsEnd(int reqId) {
        add(new TradingEvent.ExecDetailsEnd(reqId));
    }

    @Override
    public void commissionAndFeesReport(CommissionAndFeesReport report) {
        add(ExecutionBags.BAGS.commission(report));
    }

    @Override
    public void deltaNeutralValidation(int reqId, DeltaNeutralContract contract) {
        add(new TradingEvent.DeltaNeutralValidation(reqId, ContractBags.BAGS.deltaNeutralContract(contract)));
    }
}
