package com.quanticity.ibkr.gateway.request;

/** Length of a historical bar. Open: codes without a constant are kept as they are. */
public record BarSize(String code) {

    public static final BarSize SECONDS_1 = new BarSize("1 secs");
    public static final BarSize SECONDS_5 = new BarSize("5 secs");
    public static final BarSize SECONDS_10 = new BarSize("10 secs");
    public static final BarSize SECONDS_15 = new BarSize("15 secs");
    public static final BarSize SECONDS_30 = new BarSize("30 secs");
    public static final BarSize MINUTES_1 = new BarSize("1 min");
    public static final BarSize MINUTES_2 = new BarSize("2 mins");
    public static final BarSize MINUTES_3 = new BarSize("3 mins");
    public static final BarSize MINUTES_5 = new BarSize("5 mins");
    public static final BarSize MINUTES_10 = new BarSize("10 mins");
    public static final BarSize MINUTES_15 = new BarSize("15 mins");
    public static final BarSize MINUTES_20 = new BarSize("20 mins");
    public static final BarSize MINUTES_30 = new BarSize("30 mins");
    public static final BarSize HOURS_1 = new BarSize("1 hour");
    public static final BarSize HOURS_2 = new BarSize("2 hours");
    public static final BarSize HOURS_3 = new BarSize("3 hours");
    public static final BarSize HOURS_4 = new BarSize("4 hours");
    public static final BarSize HOURS_8 = new BarSize("8 hours");
    public static final BarSize DAYS_1 = new BarSize("1 day");
    public static final BarSize WEEKS_1 = new BarSize("1 week");
    public static final BarSize MONTHS_1 = new BarSize("1 month");

    /** True for 30 seconds and less: the sizes with their own pacing rules. */
    public boolean isSmall() {
        return code.endsWith("secs");
    }

    @Override
    public String toString() {
        return code;
    }
}
