package com.quanticity.ibkr.gateway.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every message a gateway sends, by name. */
public final class EventLayouts {

    private static final Map<String, Layout> ALL = read();

    private EventLayouts() {}

    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    public static Layout of(String name) {
        Layout layout = ALL.get(name);
        if (layout == null) {
            throw new IllegalArgumentException("no layout for " + name + "; add it to event-layouts.txt");
        }
        return layout;
    }

    private static Map<String, Layout> read() {
        try (InputStream in = EventLayouts.class.getResourceAsStream("/wire/event-layouts.txt")) {
            if (in == null) {
                throw new IllegalStateException("/wire/event-layouts.txt is not in the test resources");
            }
            Map<String, Layout> layouts = new LinkedHashMap<>();
            for (String block : new String(in.readAllBytes(), UTF_8).split("\n\n+")) {
                block.lines()
                        .filter(line -> !line.startsWith("#"))
                        .findFirst()
                        .ifPresent(header -> add(header, block, layouts));
            }
            return layouts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String header, String block, Map<String, Layout> layouts) {
        String[] parts = header.split(" ");
        List<Field> fields = new ArrayList<>();
        block.lines().filter(line -> line.contains("\t")).forEach(line -> {
            String[] columns = line.split("\t", -1);
            fields.add(new Field(columns[0], columns[1], columns.length > 2 ? columns[2] : ""));
        });
        layouts.put(
                parts[0],
                new Layout(parts[0], Integer.parseInt(parts[1]), List.of(parts[2].split(",")), List.copyOf(fields)));
    }
}
