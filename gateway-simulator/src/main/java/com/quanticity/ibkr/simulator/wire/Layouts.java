package com.quanticity.ibkr.simulator.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All layouts of one direction, read once from the resource beside this class. Thread-safe. */
final class Layouts {

    static final Layouts REQUESTS = load("requests.layout");
    static final Layouts EVENTS = load("events.layout");

    private final Map<Integer, Layout> byId = new HashMap<>();
    private final Map<String, Layout> byName = new HashMap<>();

    /** The layout of a message id, or null when this simulator does not know the message. */
    @Nullable Layout withId(int id) {
        return byId.get(id);
    }

    Layout named(String name) {
        Layout layout = byName.get(name);
        if (layout == null) {
            throw new IllegalArgumentException("no layout of " + name);
        }
        return layout;
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(byName.keySet()));
    }

    private static Layouts load(String resource) {
        try (InputStream in = Layouts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing from the simulator's jar");
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Layouts parse(BufferedReader lines) {
        Layouts layouts = new Layouts();
        String header = "";
        List<String[]> rows = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            if (line.startsWith("  ")) {
                rows.add(line.strip().split(" *\\| *", -1));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                layouts.add(header, rows);
                header = line;
                rows = new ArrayList<>();
            }
        }
        layouts.add(header, rows);
        return layouts;
    }

    private void add(String header, List<String[]> rows) {
        if (header.isEmpty()) {
            return;
        }
        String name = header.substring(0, header.indexOf(' '));
        int id = Integer.parseInt(header.substring(name.length() + 1));
        Layout layout = new Layout(name, id, nodes(rows, 0, rows.size(), ""));
        byId.put(id, layout);
        byName.put(name, layout);
    }

    private static List<Layout.Node> nodes(List<String[]> rows, int from, int to, String prefix) {
        List<Layout.Node> nodes = new ArrayList<>();
        int at = from;
        while (at < to) {
            String[] row = rows.get(at);
            String name = row[0].substring(prefix.length());
            Condition when = Condition.parse(row.length > 2 ? row[2] : "");
            at++;
            if (name.endsWith("#")) {
                String group = name.substring(0, name.length() - 1);
                String memberPrefix = prefix + group + "[].";
                int end = at;
                while (end < to && rows.get(end)[0].startsWith(memberPrefix)) {
                    end++;
                }
                nodes.add(new Layout.Group(group, when, nodes(rows, at, end, memberPrefix)));
                at = end;
            } else {
                nodes.add(new Layout.Field(name, FieldType.parse(row[1]), FieldType.absentText(row[1]), when));
            }
        }
        return List.copyOf(nodes);
    }
}
