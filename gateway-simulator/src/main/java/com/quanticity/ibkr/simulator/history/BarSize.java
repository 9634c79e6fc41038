package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.past.Step;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sizes a bar can have. Source: tws-wire requests.md, REQ_HISTORICAL_DATA. */
enum BarSize {
    SECOND_1("1 secs", 1),
    SECONDS_5("5 secs", 5),
    SECONDS_10("10 secs", 10),
    SECONDS_15("15 secs", 15),
    SECONDS_30("30 secs", 30),
    MINUTE_1("1 min", 60),
    MINUTES_2("2 mins", 120),
    MINUTES_3("3 mins", 180),
    MINUTES_5("5 mins", 300),
    MINUTES_10("10 mins", 600),
    MINUTES_15("15 mins", 900),
    MINUTES_20("20 mins", 1_200),
    MINUTES_30("30 mins", 1_800),
    HOUR_1("1 hour", 3_600),
    HOURS_2("2 hours", 7_200),
    HOURS_3("3 hours", 10_800),
    HOURS_4("4 hours", 14_400),
    HOURS_8("8 hours", 28_800),
    DAY("1 day", 86_400),
    WEEK("1 week", 604_800),
    MONTH("1 month", 2_592_000);

    private static final int LARGEST_SMALL = 30;

    private final String text;
    private final int seconds;

    BarSize(String text, int seconds) {
        this.text = text;
        this.seconds = seconds;
    }

    static Optional<BarSize> parse(String text) {
        String wanted = switch (text) {
            case "1 sec" -> "1 secs";
            case "1D", "1 days" -> "1 day";
            case "1W" -> "1 week";
            case "1M" -> "1 month";
            default -> text;
        };
        return Arrays.stream(values()).filter(size -> size.text.equals(wanted)).findFirst();
    }

    static String allTexts() {
        return Arrays.stream(values()).map(size -> size.text).collect(Collectors.joining(", "));
    }

    /** Length; days and longer count the calendar, not the hours of trading. */
    int seconds() {
        return seconds;
    }

    boolean isIntraday() {
        return seconds < DAY.seconds;
    }

    /** Whether queries for it are paced. Source: tws-wire behaviour.md, section 3. */
    boolean isSmall() {
        return seconds <= LARGEST_SMALL;
    }

    /** The step of the source that makes up this size. */
    Step step() {
        return seconds < MINUTE_1.seconds ? Step.SECOND : isIntraday() ? Step.MINUTE : Step.DAY;
    }
}
