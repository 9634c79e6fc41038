package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.contract.DeltaNeutralContract;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.internal.wire.Handshake;
import com.quanticity.ibkr.gateway.internal.wire.Vectors.Vector;
import com.quanticity.ibkr.gateway.internal.wire.request.WireEncoder.Encoded;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.order.OrderCombo.LegPrice;
import com.quanticity.ibkr.gateway.order.OrderCondition;
import com.quanticity.ibkr.gateway.order.SoftDollarTier;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.ContractRequest;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.OrderQuery;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds our request from a vector's arguments; component names are the API's, so themes are filled by name. */
final class RequestBuilder {

    static final Set<String> SPOKEN = Set.of(
            "HELLO",
            "START_API",
            "REQ_IDS",
            "REQ_CURRENT_TIME",
            "REQ_MANAGED_ACCTS",
            "REQ_MKT_DATA",
            "CANCEL_MKT_DATA",
            "REQ_MARKET_DATA_TYPE",
            "REQ_CONTRACT_DATA",
            "REQ_ACCOUNT_SUMMARY",
            "CANCEL_ACCOUNT_SUMMARY",
            "REQ_POSITIONS",
            "CANCEL_POSITIONS",
            "PLACE_ORDER",
            "CANCEL_ORDER",
            "REQ_GLOBAL_CANCEL",
            "REQ_OPEN_ORDERS",
            "REQ_ALL_OPEN_ORDERS",
            "REQ_EXECUTIONS",
            "REQ_COMPLETED_ORDERS");

    private static final GatewayOrder DEFAULTS = GatewayOrder.builder().build();

    private RequestBuilder() {}

    static boolean speaks(String message) {
        return SPOKEN.contains(message);
    }

    static byte[] encode(Vector vector) {
        Args args = new Args(vector.args());
        return switch (vector.message()) {
            case "HELLO" ->
                Handshake.hello(args.integer("minVersion"), args.integer("maxVersion"), args.text("connectOptions"));
            case "START_API" -> WireEncoder.startApi(args.integer("clientId"), args.text("optionalCapabilities"));
            default ->
                switch (new WireEncoder(vector.serverVersion()).encode(request(vector.message(), args))) {
                    case Encoded.Frame(byte[] bytes) -> bytes;
                    case Encoded.Refused(var refusal) -> throw new AssertionError(refusal.message());
                };
        };
    }

    private static GatewayRequest request(String message, Args args) {
        return switch (message) {
            case "REQ_IDS" -> new SessionRequest.ReqIds(args.integer("numIds"));
            case "REQ_CURRENT_TIME" -> new SessionRequest.ReqCurrentTime();
            case "REQ_MANAGED_ACCTS" -> new SessionRequest.ReqManagedAccts();
            case "REQ_MKT_DATA" ->
                new MarketDataRequest.ReqMktData(
                        args.integer("reqId"),
                        contract(args.object("contract")),
                        args.text("genericTickList"),
                        args.flag("snapshot"),
                        args.flag("regulatorySnapshot"),
                        args.tags("mktDataOptions"));
            case "CANCEL_MKT_DATA" -> new MarketDataRequest.CancelMktData(args.integer("reqId"));
            case "REQ_MARKET_DATA_TYPE" ->
                new MarketDataRequest.ReqMarketDataType(MarketDataType.ofWireCode(args.integer("marketDataType")));
            case "REQ_CONTRACT_DATA" ->
                new ContractRequest.ReqContractDetails(args.integer("reqId"), contract(args.object("contract")));
            case "REQ_ACCOUNT_SUMMARY" ->
                new AccountRequest.ReqAccountSummary(args.integer("reqId"), args.text("group"), args.text("tags"));
            case "CANCEL_ACCOUNT_SUMMARY" -> new AccountRequest.CancelAccountSummary(args.integer("reqId"));
            case "REQ_POSITIONS" -> new AccountRequest.ReqPositions();
            case "CANCEL_POSITIONS" -> new AccountRequest.CancelPositions();
            case "PLACE_ORDER" ->
                new OrderRequest.PlaceOrder(
                        args.integer("orderId"), contract(args.object("contract")), order(args.object("order")));
            case "CANCEL_ORDER" ->
                new OrderRequest.CancelOrder(args.integer("orderId"), cancel(args.object("orderCancel")));
            case "REQ_GLOBAL_CANCEL" -> new OrderRequest.ReqGlobalCancel(cancel(args.object("orderCancel")));
            case "REQ_OPEN_ORDERS" -> new OrderQuery.ReqOpenOrders();
            case "REQ_ALL_OPEN_ORDERS" -> new OrderQuery.ReqAllOpenOrders();
            case "REQ_EXECUTIONS" -> new OrderQuery.ReqExecutions(args.integer("reqId"), filter(args.object("filter")));
            case "REQ_COMPLETED_ORDERS" -> new OrderQuery.ReqCompletedOrders(args.flag("apiOnly"));
            default -> throw new AssertionError("no request for " + message);
        };
    }

    private static GatewayContract contract(Args args) {
        return (GatewayContract) filled(GatewayContract.builder().build(), args);
    }

    private static GatewayOrder order(Args args) {
        return (GatewayOrder) filled(DEFAULTS, args);
    }

    private static OrderCancel cancel(Args args) {
        return (OrderCancel) filled(OrderCancel.NONE, args);
    }

    private static ExecutionFilter filter(Args args) {
        return (ExecutionFilter) filled(ExecutionFilter.ALL, args);
    }

    private static Record filled(Record defaults, Args args) {
        Set<String> unused = new HashSet<>(args.values().keySet());
        Record record = filled(defaults, args, unused);
        if (!unused.isEmpty()) {
            throw new AssertionError("no component for " + unused);
        }
        return record;
    }

    private static Record filled(Record defaults, Args args, Set<String> unused) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = valueFor(components[i], defaults, args, unused);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return defaults.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static @Nullable Object valueFor(
            RecordComponent component, Record defaults, Args args, Set<String> unused) {
        Object preset;
        try {
            preset = component.getAccessor().invoke(defaults);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
        String name = component.getName();
        if (preset instanceof Record theme && !(theme instanceof SoftDollarTier)) {
            return filled(theme, args, unused);
        }
        if (name.equals("competeUpToMid")) {
            return "Infinity".equals(args.values().get("competeAgainstBestOffset"));
        }
        if (!args.values().containsKey(name)) {
            return preset;
        }
        unused.remove(name);
        return converted(name, component.getType(), args);
    }

    private static @Nullable Object converted(String name, Class<?> type, Args args) {
        Object value = args.values().get(name);
        return switch (name) {
            case "legs" -> args.objects(name).stream().map(RequestBuilder::leg).toList();
            case "conditions" ->
                args.objects(name).stream().map(RequestBuilder::condition).toList();
            case "orderComboLegs" -> args.numbers(name);
            case "specificDates" -> value;
            case "deltaNeutralContract" -> deltaNeutral(args.object(name));
            case "softDollarTier" ->
                new SoftDollarTier(
                        args.object(name).text("name"), args.object(name).text("value"), "");
            default -> {
                if (value == null || type == String.class || type == boolean.class || type == Boolean.class) {
                    yield value;
                }
                if (type == List.class) {
                    yield args.tags(name);
                }
                if (type == BigDecimal.class) {
                    yield value.equals("Infinity") ? null : new BigDecimal(value.toString());
                }
                yield new BigDecimal(value.toString()).intValueExact();
            }
        };
    }

    private static ComboLeg leg(Args args) {
        return new ComboLeg(
                args.integer("conId"),
                args.integer("ratio"),
                args.text("action"),
                args.text("exchange"),
                args.integer("openClose"),
                args.integer("shortSaleSlot"),
                args.text("designatedLocation"),
                args.values().containsKey("exemptCode") ? args.integer("exemptCode") : -1);
    }

    private static DeltaNeutralContract deltaNeutral(Args args) {
        return new DeltaNeutralContract(args.integer("conId"), args.number("delta"), args.number("price"));
    }

    private static OrderCondition condition(Args args) {
        String conjunction = args.text("conjunction");
        boolean isMore = args.flag("isMore");
        return switch (args.integer("type")) {
            case 1 ->
                new OrderCondition.Price(
                        conjunction,
                        isMore,
                        args.number("value"),
                        args.integer("conId"),
                        args.text("exchange"),
                        args.integer("triggerMethod"));
            case 3 -> new OrderCondition.Time(conjunction, isMore, args.text("value"));
            case 4 -> new OrderCondition.Margin(conjunction, isMore, args.integer("value"));
            case 5 ->
                new OrderCondition.Execution(
                        conjunction, args.text("secType"), args.text("execExchange"), args.text("symbol"));
            case 6 ->
                new OrderCondition.Volume(
                        conjunction, isMore, args.integer("value"), args.integer("conId"), args.text("exchange"));
            default ->
                new OrderCondition.PercentChange(
                        conjunction, isMore, args.number("value"), args.integer("conId"), args.text("exchange"));
        };
    }

    /** Typed access to a vector's object; what is missing has its default. */
    record Args(Map<String, Object> values) {

        int integer(String name) {
            return ((Number) values.getOrDefault(name, 0)).intValue();
        }

        String text(String name) {
            return String.valueOf(values.getOrDefault(name, ""));
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(values.get(name));
        }

        BigDecimal number(String name) {
            return new BigDecimal(values.getOrDefault(name, 0).toString());
        }

        List<LegPrice> numbers(String name) {
            return list(name).stream()
                    .map(value -> new LegPrice(new BigDecimal(value.toString())))
                    .toList();
        }

        List<TagValue> tags(String name) {
            List<TagValue> tags = new ArrayList<>();
            for (Object pair : list(name)) {
                List<?> tagAndValue = (List<?>) pair;
                tags.add(new TagValue(String.valueOf(tagAndValue.get(0)), String.valueOf(tagAndValue.get(1))));
            }
            return tags;
        }

        Args object(String name) {
            return new Args(typed(values.getOrDefault(name, Map.of())));
        }

        List<Args> objects(String name) {
            return list(name).stream().map(value -> new Args(typed(value))).toList();
        }

        private List<?> list(String name) {
            return (List<?>) values.getOrDefault(name, List.of());
        }

        private static Map<String, Object> typed(Object value) {
            Map<String, Object> result = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, member) -> result.put((String) key, member));
            return result;
        }
    }
}
