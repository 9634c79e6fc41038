package com.quanticity.ibkr.adapter.translate;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.order.OrderAlgo;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo.Adaptive;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo.ArrivalPrice;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo.Priority;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo.RiskAversion;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo.Style;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo.Twap;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo.Vwap;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The broker's algorithms and their tags, both ways. Source: wire specification, orders section 2. */
final class AlgoTranslator {

    private AlgoTranslator() {}

    static OrderAlgo wire(com.quanticity.ibkr.model.order.attribute.@Nullable OrderAlgo algo) {
        return switch (algo) {
            case null -> OrderAlgo.NONE;
            case Adaptive adaptive ->
                algo(
                        "Adaptive",
                        new Tags().text("adaptivePriority", adaptive.priority().wireCode()));
            case Twap twap ->
                algo(
                        "Twap",
                        new Tags()
                                .text("strategyType", twap.style().wireCode())
                                .times(twap.start(), twap.end())
                                .flag("allowPastEndTime", twap.allowPastEnd()));
            case Vwap vwap ->
                algo(
                        "Vwap",
                        new Tags()
                                .decimal("maxPctVol", vwap.maxShare())
                                .times(vwap.start(), vwap.end())
                                .flag("allowPastEndTime", vwap.allowPastEnd())
                                .flag("noTakeLiq", vwap.noTakeLiquidity())
                                .flag("speedUp", vwap.speedUp()));
            case ArrivalPrice arrival ->
                algo(
                        "ArrivalPx",
                        new Tags()
                                .decimal("maxPctVol", arrival.maxShare())
                                .text("riskAversion", arrival.riskAversion().wireCode())
                                .times(arrival.start(), arrival.end())
                                .flag("forceCompletion", arrival.forceCompletion())
                                .flag("allowPastEndTime", arrival.allowPastEnd()));
        };
    }

    /** Null without an algorithm and for one that this platform does not send. */
    static com.quanticity.ibkr.model.order.attribute.@Nullable OrderAlgo read(OrderAlgo algo) {
        Map<String, String> tags = algo.algoParams().stream()
                .collect(Collectors.toMap(TagValue::tag, TagValue::value, (first, second) -> first));
        return switch (algo.algoStrategy()) {
            case "Adaptive" -> {
                Priority priority = constant(Priority.values(), Priority::wireCode, tags.get("adaptivePriority"));
                yield priority == null ? null : new Adaptive(priority);
            }
            case "Twap" -> {
                Style style = constant(Style.values(), Style::wireCode, tags.get("strategyType"));
                yield style == null
                        ? null
                        : new Twap(
                                style, time(tags, "startTime"), time(tags, "endTime"), flag(tags, "allowPastEndTime"));
            }
            case "Vwap" ->
                new Vwap(
                        decimal(tags),
                        time(tags, "startTime"),
                        time(tags, "endTime"),
                        flag(tags, "allowPastEndTime"),
                        flag(tags, "noTakeLiq"),
                        flag(tags, "speedUp"));
            case "ArrivalPx" -> {
                RiskAversion risk = constant(RiskAversion.values(), RiskAversion::wireCode, tags.get("riskAversion"));
                yield risk == null
                        ? null
                        : new ArrivalPrice(
                                decimal(tags),
                                risk,
                                time(tags, "startTime"),
                                time(tags, "endTime"),
                                flag(tags, "forceCompletion"),
                                flag(tags, "allowPastEndTime"));
            }
            default -> null;
        };
    }

    private static OrderAlgo algo(String name, Tags tags) {
        return new OrderAlgo(name, tags.all, "");
    }

    private static <T> @Nullable T constant(T[] all, Function<T, String> code, @Nullable String text) {
        return Arrays.stream(all)
                .filter(one -> code.apply(one).equals(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant time(Map<String, String> tags, String tag) {
        return OrderTimes.read(tags.getOrDefault(tag, ""));
    }

    private static boolean flag(Map<String, String> tags, String tag) {
        return "1".equals(tags.get(tag));
    }

    private static @Nullable BigDecimal decimal(Map<String, String> tags) {
        String text = tags.getOrDefault("maxPctVol", "");
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    /** What is given becomes a tag; flags are always written. */
    private static final class Tags {

        private final List<TagValue> all = new ArrayList<>();

        Tags text(String tag, String value) {
            all.add(new TagValue(tag, value));
            return this;
        }

        Tags flag(String tag, boolean value) {
            return text(tag, value ? "1" : "0");
        }

        Tags decimal(String tag, @Nullable BigDecimal value) {
            return value == null ? this : text(tag, value.toPlainString());
        }

        Tags times(@Nullable Instant start, @Nullable Instant end) {
            if (start != null) {
                text("startTime", OrderTimes.dashed(start));
            }
            return end == null ? this : text("endTime", OrderTimes.dashed(end));
        }
    }
}
