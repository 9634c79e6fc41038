package com.quanticity.ibkr.gateway.layout;

/**
 * One row of a layout table.
 *
 * @param name such as {@code order.permId}, {@code legs#}, {@code legs[].ratio}
 * @param condition empty = always present
 */
public record Field(String name, String type, String condition) {

    boolean isCount() {
        return name.endsWith("#");
    }

    /** Name of a count's group, {@code legs} for {@code legs#}. */
    String group() {
        return name.substring(0, name.length() - 1);
    }

    boolean isIn(String group) {
        return name.startsWith(group + "[].");
    }

    /** True for message ids and version numbers, which no source decides. */
    boolean isFixed() {
        return type.indexOf(':') >= 0;
    }

    String fixedValue() {
        return type.substring(type.indexOf(':') + 1);
    }

    /** What a gateway writes when it has nothing to say. */
    public String neutral() {
        return switch (type) {
            case "int", "long", "bool", "dec" -> "0";
            case "double" -> "0.0";
            case "int(unset)" -> "2147483647";
            case "double(unset)" -> "1.7976931348623157E308";
            default -> "";
        };
    }
}
