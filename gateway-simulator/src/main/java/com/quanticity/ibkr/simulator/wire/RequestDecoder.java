package com.quanticity.ibkr.simulator.wire;

import com.quanticity.ibkr.simulator.contract.ContractQuery;
import java.util.List;
import java.util.stream.Stream;

/** Turns the fields of a received frame into a {@link Request}. Takes both official spellings of unset values. */
public final class RequestDecoder {

    private final int version;

    /** A decoder for one connection's agreed version. */
    public RequestDecoder(int version) {
        this.version = version;
    }

    public Decoded decode(List<String> frame) {
        String first = frame.isEmpty() ? "" : frame.getFirst();
        if (first.isEmpty() || !FieldType.INT.accepts(first)) {
            return new Decoded.Garbage("message id '" + first + "' is not a number");
        }
        int id = Integer.parseInt(first);
        Layout layout = Layouts.REQUESTS.withId(id);
        if (layout == null) {
            return new Decoded.Unknown(id);
        }
        try {
            Fields fields = layout.read(version, new Cursor(frame.subList(1, frame.size())));
            return new Decoded.Understood(request(layout.name(), fields));
        } catch (LayoutMismatch mismatch) {
            return new Decoded.Unreadable(idOf(mismatch.readSoFar()), String.valueOf(mismatch.getMessage()));
        }
    }

    private static int idOf(Fields fields) {
        return Stream.of("reqId", "orderId")
                .filter(fields::has)
                .findFirst()
                .map(fields::integer)
                .orElse(-1);
    }

    private static Request request(String name, Fields fields) {
        return switch (name) {
            case "START_API" -> new Request.StartApi(fields.integer("clientId"));
            case "REQ_IDS" -> new Request.OrderIds();
            case "REQ_MANAGED_ACCTS" -> new Request.ManagedAccounts();
            case "REQ_CURRENT_TIME" -> new Request.CurrentTime();
            case "REQ_CURRENT_TIME_IN_MILLIS" -> new Request.CurrentTimeInMillis();
            case "SET_SERVER_LOGLEVEL" -> new Request.ServerLogLevel();
            case "REQ_MKT_DATA" -> marketData(fields);
            case "CANCEL_MKT_DATA" -> new Request.CancelMarketData(fields.integer("reqId"));
            case "REQ_MARKET_DATA_TYPE" -> new Request.MarketDataType(fields.integer("marketDataType"));
            case "REQ_CONTRACT_DATA" -> new Request.ContractData(fields.integer("reqId"), contract(fields));
            case "REQ_ACCOUNT_SUMMARY" -> accountSummary(fields);
            case "CANCEL_ACCOUNT_SUMMARY" -> new Request.CancelAccountSummary(fields.integer("reqId"));
            case "REQ_POSITIONS" -> new Request.Positions();
            case "CANCEL_POSITIONS" -> new Request.CancelPositions();
            case "PLACE_ORDER" -> new Request.PlaceOrder(fields.integer("orderId"), contract(fields), fields);
            case "CANCEL_ORDER" -> new Request.CancelOrder(fields.integer("orderId"));
            case "REQ_GLOBAL_CANCEL" -> new Request.GlobalCancel();
            case "REQ_OPEN_ORDERS" -> new Request.OpenOrders();
            case "REQ_ALL_OPEN_ORDERS" -> new Request.AllOpenOrders();
            case "REQ_AUTO_OPEN_ORDERS" -> new Request.AutoOpenOrders(fields.flag("autoBind"));
            case "REQ_COMPLETED_ORDERS" -> new Request.CompletedOrders(fields.flag("apiOnly"));
            case "REQ_EXECUTIONS" -> executions(fields);
            default -> throw new IllegalStateException("the layout of " + name + " has no request record");
        };
    }

    private static Request marketData(Fields fields) {
        return new Request.MarketData(
                fields.integer("reqId"),
                contract(fields),
                fields.text("genericTickList"),
                fields.flag("snapshot"),
                fields.flag("regulatorySnapshot"));
    }

    private static Request accountSummary(Fields fields) {
        List<String> tags = Stream.of(fields.text("tags").split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        return new Request.AccountSummary(fields.integer("reqId"), fields.text("group"), tags);
    }

    private static Request executions(Fields fields) {
        return new Request.Executions(
                fields.integer("reqId"),
                fields.integer("filter.clientId"),
                fields.text("filter.acctCode"),
                fields.text("filter.time"),
                fields.text("filter.symbol"),
                fields.text("filter.secType"),
                fields.text("filter.side"));
    }

    private static ContractQuery contract(Fields fields) {
        return new ContractQuery(
                fields.integer("contract.conId"),
                fields.text("contract.symbol"),
                fields.text("contract.secType"),
                fields.text("contract.exchange"),
                fields.text("contract.primaryExchange"),
                fields.text("contract.currency"),
                fields.text("contract.localSymbol"),
                fields.text("contract.tradingClass"),
                fields.text("contract.secIdType"),
                fields.text("contract.secId"));
    }
}
