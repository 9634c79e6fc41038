package com.quanticity.ibkr.gateway.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One message.
 *
 * @param callbacks names of the official clients
 * @param fields in wire order
 */
public record Layout(String name, int id, List<String> callbacks, List<Field> fields) {

    /** Gives the values of a frame. */
    public interface Source {

        /** Number of elements of a group; {@code path} such as {@code samples[1].derivativeSecTypes}. */
        int count(String path);

        /** Text of a field; {@code path} such as {@code legs[0].ratio}. */
        String value(String path, Field field);
    }

    /** The fields of a frame at a version. */
    public List<String> encode(int version, Source source) {
        List<String> frame = new ArrayList<>();
        encode(fields, version, source, "", "", new HashMap<>(), frame);
        return frame;
    }

    private static void encode(
            List<Field> rows,
            int version,
            Source source,
            String tablePrefix,
            String path,
            Map<String, String> earlier,
            List<String> frame) {
        for (int i = 0; i < rows.size(); i++) {
            Field field = rows.get(i);
            List<Field> elements = field.isCount() ? elementsAfter(rows, i) : List.of();
            i += elements.size();
            if (!Condition.holds(field.condition(), version, earlier)) {
                continue;
            }
            String fieldPath = path + field.name().substring(tablePrefix.length());
            if (field.isCount()) {
                String groupPath = fieldPath.substring(0, fieldPath.length() - 1);
                int count = source.count(groupPath);
                put(field, Integer.toString(count), earlier, frame);
                for (int element = 0; element < count; element++) {
                    encode(
                            elements,
                            version,
                            source,
                            field.group() + "[].",
                            groupPath + "[" + element + "].",
                            earlier,
                            frame);
                }
            } else {
                put(field, field.isFixed() ? field.fixedValue() : source.value(fieldPath, field), earlier, frame);
            }
        }
    }

    private static List<Field> elementsAfter(List<Field> rows, int count) {
        String group = rows.get(count).group();
        int end = count + 1;
        while (end < rows.size() && rows.get(end).isIn(group)) {
            end++;
        }
        return rows.subList(count + 1, end);
    }

    private static void put(Field field, String value, Map<String, String> earlier, List<String> frame) {
        earlier.put(field.name(), value);
        frame.add(value);
    }
}
