package com.quanticity.ibkr.gateway.inspect;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.order.OrderCombo.LegPrice;
import com.quanticity.ibkr.gateway.order.OrderIdentity;
import com.quanticity.ibkr.gateway.order.OrderOutcome;
import com.quanticity.ibkr.gateway.order.SoftDollarTier;
import com.quanticity.ibkr.gateway.order.condition.OrderCondition;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest.ExerciseOptions;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests with every component at random, by type and name; what needs a newer version than the given one is left out. */
final class RandomRequests {

    private static final Map<String, Integer> SINCE = Map.of(
            "customerAccount", 183,
            "professionalCustomer", 184,
            "includeOvernight", 189,
            "manualOrderIndicator", 192,
            "imbalanceOnly", 199,
            "lastNDays", 200,
            "specificDates", 200);
    private static final List<String> ORDER_TYPES = List.of(
            "LMT", "MKT", "PEG BENCH", "PEGBENCH", "PEG BEST", "PEGBEST", "PEG MID", "PEGMID", "TRAIL LIMIT", "");

    private final Random random;
    private final int version;

    RandomRequests(Random random, int version) {
        this.random = random;
        this.version = version;
    }

    GatewayRequest request(Class<? extends GatewayRequest> type) {
        return (GatewayRequest) record(type);
    }

    /** The same request with its component of a type replaced, when it has one. */
    static <T> GatewayRequest with(GatewayRequest request, Class<T> type, UnaryOperator<T> change) {
        return (GatewayRequest) create(request.getClass(), component -> {
            Object value = valueOf(component, request);
            return type.isInstance(value) ? change.apply(Objects.requireNonNull(type.cast(value))) : value;
        });
    }

    private Object record(Class<?> type) {
        return create(type, component -> value(type, component));
    }

    private static Object create(Class<?> type, Function<RecordComponent, @Nullable Object> value) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types)
                    .newInstance(Arrays.stream(components).map(value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private @Nullable Object value(Class<?> owner, RecordComponent component) {
        String name = component.getName();
        Class<?> type = component.getType();
        if (SINCE.getOrDefault(name, 0) > version || isTooNewHere(owner, name)) {
            return nothing(type);
        }
        return switch (name) {
            case "secType" -> oneOf("STK", "OPT", "BAG", "");
            case "exchange" -> oneOf("SMART", "IBKRATS", text());
            case "orderType" -> ORDER_TYPES.get(random.nextInt(ORDER_TYPES.size()));
            case "legs" -> list(this::leg);
            case "conditions" -> type == List.class ? list(this::condition) : record(type);
            case "orderComboLegs" -> list(() -> new LegPrice(orNull(this::number)));
            case "specificDates" -> list(this::text);
            case "smartComboRoutingParams", "algoParams" -> list(() -> new TagValue(text(), text()));
            case "totalQuantity" -> orNull(this::size);
            case "strike", "peggedChangeAmount", "referenceChangeAmount" -> orNull(this::number);
            default -> byType(type, component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        };
    }

    /** Members of which only one owner is bound to a version. */
    private boolean isTooNewHere(Class<?> owner, String name) {
        return (owner == OrderCancel.class && name.equals("extOperator") && version < 192)
                || (owner == ExerciseOptions.class && name.equals("manualOrderTime") && version < 180);
    }

    private @Nullable Object byType(Class<?> type, boolean isNullable) {
        if (isNullable && random.nextInt(3) == 0) {
            return null;
        }
        if (type == int.class || type == Integer.class) {
            return isNullable ? random.nextInt(Integer.MAX_VALUE - 1) + 1 : random.nextInt();
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == BigDecimal.class) {
            return isNullable && random.nextInt(5) == 0 ? BigDecimal.ZERO.setScale(1) : number();
        }
        if (type == String.class) {
            return text();
        }
        if (type == List.class) {
            return list(() -> new TagValue(tag().replace("=", ""), tag()));
        }
        if (type == MarketDataType.class) {
            return MarketDataType.ofWireCode(1 + random.nextInt(4));
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type == SoftDollarTier.class) {
            return new SoftDollarTier(text(), text(), "");
        }
        if (type == OrderIdentity.class) {
            return OrderIdentity.NONE;
        }
        return type == OrderOutcome.class ? OrderOutcome.NONE : record(type);
    }

    private static @Nullable Object nothing(Class<?> type) {
        return type == boolean.class
                ? Boolean.FALSE
                : type == String.class ? "" : type == List.class ? List.of() : null;
    }

    private ComboLeg leg() {
        return (ComboLeg) record(ComboLeg.class);
    }

    private OrderCondition condition() {
        Class<?>[] types = OrderCondition.class.getPermittedSubclasses();
        return (OrderCondition) record(types[random.nextInt(types.length)]);
    }

    /** Never zero; sometimes more digits than a double holds. In the scale in which doubles are shown. */
    private BigDecimal number() {
        BigDecimal number = size();
        return number.setScale(Math.max(1, number.scale()));
    }

    private BigDecimal size() {
        long digits = random.nextLong() >> random.nextInt(62);
        BigDecimal size = BigDecimal.valueOf(digits == 0 ? 1 : digits, random.nextInt(24) - 4)
                .stripTrailingZeros();
        return size.setScale(Math.max(0, size.scale()));
    }

    private String tag() {
        return text().replace(";", "");
    }

    private String text() {
        return switch (random.nextInt(32)) {
            case 0, 1, 2, 3, 4, 5, 6 -> "";
            case 7 -> "\\u00fc\\u20AC\\u12";
            case 8 -> "\t\r\n";
            case 9 -> letters(random.nextInt(3000));
            default -> letters(1 + random.nextInt(20));
        };
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (' ' + random.nextInt('~' - ' ' + 1)));
        }
        return text.toString();
    }

    private String oneOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private <T> @Nullable T orNull(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    private <T> List<T> list(Supplier<T> element) {
        return Stream.generate(element).limit(random.nextInt(4)).toList();
    }
}
