package com.quanticity.ibkr.simulator.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A piece of a YAML file that knows its line; every scalar stays the text it was. */
sealed interface YamlValue {

    int line();

    /** The text of a scalar, else null. */
    default @Nullable String text() {
        return this instanceof Text(int _, String value) ? value : null;
    }

    record Text(int line, String value) implements YamlValue {}

    record Sequence(int line, List<YamlValue> items) implements YamlValue {}

    record Mapping(int line, Map<String, YamlValue> entries) implements YamlValue {}

    static YamlValue of(Node node) {
        int line = node.getStartMark().getLine() + 1;
        return switch (node) {
            case ScalarNode scalar -> new Text(line, scalar.getValue());
            case SequenceNode list ->
                new Sequence(line, list.getValue().stream().map(YamlValue::of).toList());
            case MappingNode mapping -> new Mapping(line, entries(mapping));
            default -> throw new IllegalArgumentException("line " + line + " uses an alias: write the value itself");
        };
    }

    private static Map<String, YamlValue> entries(MappingNode mapping) {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (entries.put(key, of(tuple.getValueNode())) != null) {
                throw new IllegalArgumentException("line "
                        + (tuple.getKeyNode().getStartMark().getLine() + 1) + " says " + key
                        + " a second time: leave one out");
            }
        }
        return entries;
    }
}
