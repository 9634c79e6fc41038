package com.quanticity.ibkr.gateway.tws;

import com.quanticity.ibkr.gateway.request.GatewayRequest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills records with values a request may have. The same seed gives the same records. */
final class RandomRecords {

    private static final List<String> TEXTS =
            List.of("", "", "A", "SPY", "two words", "x=1", "20260302 15:04:05 UTC", "None", "0");
    private static final List<String> ORDER_TYPES =
            List.of("MKT", "LMT", "STP", "STP LMT", "TRAIL", "VOL", "PEG BENCH", "PEG BEST", "PEG MID", "REL");
    private static final int ODDS_OF_ABSENCE = 3;
    private static final int MOST_ATTEMPTS = 100;

    private final Random random;

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    /** Every kind of request there is. */
    static List<Class<?>> requestKinds() {
        return Stream.of(GatewayRequest.class.getPermittedSubclasses())
                .flatMap(group -> Stream.of(group.getPermittedSubclasses()))
                .<Class<?>>map(kind -> kind)
                .toList();
    }

    /** Values that the record refuses are drawn anew. */
    Object record(Class<?> type) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Object> made = attempt(type);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new IllegalStateException(type + " refuses every value");
    }

    private Optional<Object> attempt(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(this::component).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " cannot be made", impossible);
        }
    }

    private @Nullable Object component(RecordComponent component) {
        boolean mayBeAbsent = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (mayBeAbsent && random.nextInt(ODDS_OF_ABSENCE) == 0) {
            return null;
        }
        return switch (component.getName()) {
            case "orderType" -> one(ORDER_TYPES);
            case "adjustedOrderType" -> one(List.of("", "STP", "TRAIL", "TRAIL LIMIT"));
            case "conjunction" -> one(List.of("a", "o"));
            case "action" -> one(List.of("BUY", "SELL", "SSHORT"));
            default -> value(component.getGenericType());
        };
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list) {
            return IntStream.range(0, random.nextInt(3))
                    .mapToObj(any -> value(list.getActualTypeArguments()[0]))
                    .toList();
        }
        Class<?> plain = (Class<?>) type;
        if (plain == int.class || plain == Integer.class) {
            return random.nextInt(4) == 0 ? 0 : random.nextInt(1, 100_000);
        }
        if (plain == long.class || plain == Long.class) {
            return random.nextLong(1, 1L << 50);
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return random.nextBoolean();
        }
        if (plain == String.class) {
            return one(TEXTS);
        }
        if (plain == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextLong(-100_000, 10_000_000), random.nextInt(5));
        }
        if (plain.isEnum()) {
            return one(Arrays.asList(plain.getEnumConstants()));
        }
        if (plain.isSealed()) {
            return record(one(Arrays.asList(plain.getPermittedSubclasses())));
        }
        return record(plain);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** So many requests of one kind. */
    List<GatewayRequest> requests(Class<?> kind, int count) {
        List<GatewayRequest> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add((GatewayRequest) record(kind));
        }
        return requests;
    }
}
