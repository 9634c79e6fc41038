package com.quanticity.ibkr.gateway.inspect;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.contract.DeltaNeutralContract;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.order.OrderCombo.LegPrice;
import com.quanticity.ibkr.gateway.order.OrderIdentity;
import com.quanticity.ibkr.gateway.order.OrderOutcome;
import com.quanticity.ibkr.gateway.order.SoftDollarTier;
import com.quanticity.ibkr.gateway.order.condition.OrderCondition;
import com.quanticity.ibkr.gateway.request.ExerciseAction;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.ScannerSubscription;
import com.quanticity.ibkr.gateway.request.ServerLogLevel;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Builds requests from the arguments of a call. Component names are the API's, so records are filled by name; a member that is not
 * given has the official client's default, and the records that group an order's rare members are looked through.
 */
final class RequestRecords {

    private static final Map<Class<?>, Record> DEFAULTS = Map.of(
            GatewayContract.class, GatewayContract.builder().build(),
            GatewayOrder.class, GatewayOrder.builder().build(),
            OrderCancel.class, OrderCancel.NONE,
            ExecutionFilter.class, ExecutionFilter.ALL,
            ScannerSubscription.class, ScannerSubscription.builder().build());

    /** Without these a request would mean something else than its author thinks. */
    private static final Set<String> REQUIRED = Set.of("reqId", "orderId", "contract", "order");

    private RequestRecords() {}

    static GatewayRequest request(ClientMessage message, JsonNode arguments) {
        JsonMembers args = new JsonMembers("args", arguments);
        RecordComponent[] components = message.type().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = argument(components[i], args);
        }
        args.refuseUnused();
        return (GatewayRequest) create(message.type(), components, values);
    }

    private static @Nullable Object argument(RecordComponent component, JsonMembers args) {
        String name = component.getName();
        boolean isGiven = args.has(name);
        Record defaults = DEFAULTS.get(component.getType());
        if (!isGiven && !REQUIRED.contains(name)) {
            return defaults == null ? neutral(component, args) : defaults;
        }
        if (defaults != null) {
            JsonMembers members = args.object(name);
            Record filled = filled(defaults, members);
            members.refuseUnused();
            return filled;
        }
        return converted(component, args);
    }

    private static @Nullable Object neutral(RecordComponent component, JsonMembers args) {
        Class<?> type = component.getType();
        if (type == int.class) {
            return 0;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == String.class) {
            return "";
        }
        if (type == BigDecimal.class) {
            return BigDecimal.ZERO;
        }
        if (type == Integer.class) {
            return null;
        }
        return type == List.class ? List.of() : converted(component, args);
    }

    private static Record filled(Record defaults, JsonMembers members) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = member(components[i], defaults, members);
        }
        return create(defaults.getClass(), components, values);
    }

    private static @Nullable Object member(RecordComponent component, Record defaults, JsonMembers members) {
        String name = component.getName();
        Object preset = valueOf(component, defaults);
        if (preset instanceof OrderIdentity || preset instanceof OrderOutcome) {
            return preset;
        }
        if (preset instanceof Record theme && !(preset instanceof SoftDollarTier)) {
            return filled(theme, members);
        }
        if (name.equals("competeUpToMid")) {
            return members.isInfinite("competeAgainstBestOffset");
        }
        return members.has(name) ? converted(component, members) : preset;
    }

    private static @Nullable Object converted(RecordComponent component, JsonMembers members) {
        String name = component.getName();
        Class<?> type = component.getType();
        if (type == List.class) {
            return list(name, members);
        }
        if (type == int.class || type == Integer.class) {
            return members.integer(name);
        }
        if (type == boolean.class || type == Boolean.class) {
            return members.flag(name);
        }
        if (type == BigDecimal.class) {
            return members.isInfinite(name) ? null : members.number(name);
        }
        if (type == String.class) {
            return members.text(name);
        }
        if (type == DeltaNeutralContract.class) {
            return deltaNeutral(members.object(name));
        }
        if (type == SoftDollarTier.class) {
            JsonMembers tier = members.object(name);
            return new SoftDollarTier(textOr(tier, "name"), textOr(tier, "value"), "");
        }
        return coded(type, name, members);
    }

    /** Enums by their wire code, and the open codes that are one text. */
    private static Object coded(Class<?> type, String name, JsonMembers members) {
        if (type == MarketDataType.class) {
            return byCode(MarketDataType.values(), MarketDataType::wireCode, name, members);
        }
        if (type == ServerLogLevel.class) {
            return byCode(ServerLogLevel.values(), ServerLogLevel::wireCode, name, members);
        }
        if (type == ExerciseAction.class) {
            return byCode(ExerciseAction.values(), ExerciseAction::wireCode, name, members);
        }
        return create(type, type.getRecordComponents(), members.text(name));
    }

    private static <E extends Enum<E>> E byCode(E[] values, ToIntFunction<E> code, String name, JsonMembers members) {
        int wanted = members.integer(name);
        return Arrays.stream(values)
                .filter(value -> code.applyAsInt(value) == wanted)
                .findFirst()
                .orElseThrow(() -> new InspectionException("args." + name + ": " + wanted + " is none of "
                        + Arrays.stream(values)
                                .map(value -> code.applyAsInt(value) + " " + value)
                                .toList()
                        + "; take one of them"));
    }

    private static List<?> list(String name, JsonMembers members) {
        return switch (name) {
            case "legs" ->
                members.objects(name).stream().map(RequestRecords::leg).toList();
            case "conditions" ->
                members.objects(name).stream().map(RequestRecords::condition).toList();
            case "orderComboLegs" ->
                members.numbers(name).stream().map(LegPrice::new).toList();
            case "specificDates" -> members.texts(name);
            default ->
                members.pairs(name).stream()
                        .map(pair -> new TagValue(pair.get(0), pair.get(1)))
                        .toList();
        };
    }

    private static ComboLeg leg(JsonMembers leg) {
        ComboLeg result = new ComboLeg(
                leg.integer("conId"),
                integerOr(leg, "ratio", 0),
                textOr(leg, "action"),
                textOr(leg, "exchange"),
                integerOr(leg, "openClose", 0),
                integerOr(leg, "shortSaleSlot", 0),
                textOr(leg, "designatedLocation"),
                integerOr(leg, "exemptCode", -1));
        leg.refuseUnused();
        return result;
    }

    private static DeltaNeutralContract deltaNeutral(JsonMembers hedge) {
        DeltaNeutralContract result = new DeltaNeutralContract(
                integerOr(hedge, "conId", 0), numberOr(hedge, "delta"), numberOr(hedge, "price"));
        hedge.refuseUnused();
        return result;
    }

    private static OrderCondition condition(JsonMembers in) {
        int type = in.integer("type");
        String conjunction = textOr(in, "conjunction");
        boolean isMore = in.has("isMore") && in.flag("isMore");
        OrderCondition condition = switch (type) {
            case 1 ->
                new OrderCondition.Price(
                        conjunction,
                        isMore,
                        numberOr(in, "value"),
                        integerOr(in, "conId", 0),
                        textOr(in, "exchange"),
                        integerOr(in, "triggerMethod", 0));
            case 3 -> new OrderCondition.Time(conjunction, isMore, textOr(in, "value"));
            case 4 -> new OrderCondition.Margin(conjunction, isMore, integerOr(in, "value", 0));
            case 5 ->
                new OrderCondition.Execution(
                        conjunction, textOr(in, "secType"), textOr(in, "execExchange"), textOr(in, "symbol"));
            case 6 ->
                new OrderCondition.Volume(
                        conjunction,
                        isMore,
                        integerOr(in, "value", 0),
                        integerOr(in, "conId", 0),
                        textOr(in, "exchange"));
            case 7 ->
                new OrderCondition.PercentChange(
                        conjunction, isMore, numberOr(in, "value"), integerOr(in, "conId", 0), textOr(in, "exchange"));
            default ->
                throw new InspectionException(
                        "args.order.conditions: type " + type + " is none of 1, 3, 4, 5, 6, 7; take one of them");
        };
        in.refuseUnused();
        return condition;
    }

    private static String textOr(JsonMembers members, String name) {
        return members.has(name) ? members.text(name) : "";
    }

    private static int integerOr(JsonMembers members, String name, int preset) {
        return members.has(name) ? members.integer(name) : preset;
    }

    private static BigDecimal numberOr(JsonMembers members, String name) {
        return members.has(name) ? members.number(name) : BigDecimal.ZERO;
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Record create(Class<?> type, RecordComponent[] components, @Nullable Object... values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new InspectionException(String.valueOf(e.getTargetException().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
