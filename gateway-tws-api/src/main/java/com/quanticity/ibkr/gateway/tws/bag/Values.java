package com.quanticity.ibkr.gateway.tws.bag;

import com.ib.client.Decimal;
import com.ib.client.Liquidities;
import com.ib.client.OrderType;
import com.quanticity.ibkr.gateway.TagValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Named;

/**
 * Single values. The official client holds prices as doubles; the shortest text that reads back as the same double is the price the
 * gateway wrote, for every price of at most 15 digits. Its "unset" is the largest number of the type.
 */
public final class Values {

    /** Beyond it a size is one of the spellings of "unset". */
    private static final BigDecimal UNSET_SIZE = new BigDecimal("9.2E18");

    private Values() {}

    /** Null when unset, infinite or not a number. */
    public static @Nullable BigDecimal number(double value) {
        return value == Double.MAX_VALUE || Double.isNaN(value) || Double.isInfinite(value)
                ? null
                : new BigDecimal(Double.toString(value));
    }

    /** As {@link #number(double)}, and zero is null too. */
    @Named("nullIfZero")
    public static @Nullable BigDecimal numberOrNullIfZero(double value) {
        return value == 0 ? null : number(value);
    }

    /** Zero when unset: for members that are always there. */
    @Named("required")
    public static BigDecimal required(double value) {
        BigDecimal number = number(value);
        return number == null ? BigDecimal.ZERO : number;
    }

    /** A number in a member that the client keeps as text. */
    @Named("inText")
    public static @Nullable BigDecimal numberInText(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return number.doubleValue() == Double.MAX_VALUE ? null : number;
        } catch (NumberFormatException words) {
            return null;
        }
    }

    /** Null when unset. The client keeps at most 16 digits. */
    public static @Nullable BigDecimal size(@Nullable Decimal size) {
        if (size == null || !size.isValid() || size.value().abs().compareTo(UNSET_SIZE) > 0) {
            return null;
        }
        BigDecimal plain = size.value().stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** Zero when unset: for members that are always there. */
    @Named("requiredSize")
    public static BigDecimal requiredSize(@Nullable Decimal size) {
        BigDecimal value = size(size);
        return value == null ? BigDecimal.ZERO : value;
    }

    @Named("integerOrNull")
    public static @Nullable Integer integer(int value) {
        return value == Integer.MAX_VALUE ? null : value;
    }

    @Named("integerOrNullIfZero")
    public static @Nullable Integer integerOrNullIfZero(int value) {
        return value == 0 ? null : integer(value);
    }

    /** Null when unset or zero: for numbers that the broker assigns later. */
    @Named("longOrNull")
    public static @Nullable Long longOrNull(long value) {
        return value == 0 || value == Long.MAX_VALUE ? null : value;
    }

    public static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Text whose {@code None} or {@code 0} means none. */
    @Named("textOrNone")
    public static String textOrNone(@Nullable String text) {
        return text == null || text.equals("None") || text.equals("0") || text.equals("?") ? "" : text;
    }

    @Named("liquidity")
    public static int liquidity(@Nullable Liquidities liquidity) {
        return liquidity == null ? 0 : Liquidities.toInt(liquidity);
    }

    /** The one order type that the client keeps as a code of its own. */
    static String orderType(@Nullable OrderType type) {
        return type == null ? "" : type.getApiString();
    }

    static @Nullable OrderType orderType(String type) {
        OrderType known = OrderType.get(type);
        if (known == OrderType.None && !type.isEmpty()) {
            throw BeyondClientException.ofCode("adjustedOrderType", type);
        }
        return known;
    }

    public static double number(BigDecimal value) {
        double number = value.doubleValue();
        if (new BigDecimal(Double.toString(number)).compareTo(value) != 0) {
            throw BeyondClientException.ofDigits(value);
        }
        return number;
    }

    public static Decimal size(BigDecimal value) {
        Decimal size = Decimal.get(value);
        if (size.value().compareTo(value) != 0) {
            throw BeyondClientException.ofDigits(value);
        }
        return size;
    }

    static TagValue tag(com.ib.client.TagValue tag) {
        return new TagValue(text(tag.m_tag), text(tag.m_value));
    }

    static com.ib.client.TagValue tag(TagValue tag) {
        return new com.ib.client.TagValue(tag.tag(), tag.value());
    }

    /** Named texts that travel in one field: the client does not look for its separators in them. */
    @Named("tagList")
    public static List<com.ib.client.TagValue> tags(List<TagValue> tags) {
        tags.stream()
                .filter(tag -> tag.tag().contains("=") || (tag.tag() + tag.value()).contains(";"))
                .findFirst()
                .ifPresent(tag -> {
                    throw BeyondClientException.ofSeparator(tag);
                });
        return tags.stream().map(Values::tag).toList();
    }
}
