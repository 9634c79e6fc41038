package com.quanticity.ibkr.simulator.wire;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The fields of one message, in wire order, for every agreed version.
 *
 * @param name the message's name in the protocol's own words
 * @param id the message id, first field of every frame
 */
record Layout(String name, int id, List<Node> nodes) {

    sealed interface Node {
        Condition when();
    }

    /**
     * One field.
     *
     * @param absent what is written when nobody set it
     */
    record Field(String name, FieldType type, String absent, Condition when) implements Node {}

    /** An element count and that many times the members, whose names lack the group's prefix. */
    record Group(String name, Condition when, List<Node> members) implements Node {}

    /** Writes the message, length prefix included. */
    byte[] write(int version, Fields fields) {
        FrameBuilder frame = new FrameBuilder().add(id);
        write(frame, nodes, version, fields, name -> lookUp(fields, name));
        return frame.toFrame();
    }

    private static void write(
            FrameBuilder frame, List<Node> nodes, int version, Fields fields, UnaryOperator<String> textOf) {
        for (Node node : nodes) {
            if (!node.when().holds(version, textOf)) {
                continue;
            }
            switch (node) {
                case Field field -> writeField(frame, field, fields);
                case Group group -> writeGroup(frame, group, version, fields, textOf);
            }
        }
    }

    private static void writeField(FrameBuilder frame, Field field, Fields fields) {
        String text = fields.has(field.name()) ? fields.text(field.name()) : field.absent();
        frame.add(field.type() == FieldType.ESCAPED_TEXT ? Escapes.escape(text) : text);
    }

    private static void writeGroup(
            FrameBuilder frame, Group group, int version, Fields fields, UnaryOperator<String> textOf) {
        List<Fields> elements = fields.group(group.name());
        frame.add(elements.size());
        for (Fields element : elements) {
            write(frame, group.members(), version, element, inside(group, element, textOf));
        }
    }

    /**
     * Reads a message whose id was already taken off.
     *
     * @throws LayoutMismatch when a field is missing or has text its type does not allow; it holds what was read
     */
    Fields read(int version, Cursor cursor) throws LayoutMismatch {
        Fields fields = new Fields();
        try {
            read(nodes, version, cursor, fields, name -> lookUp(fields, name));
        } catch (LayoutMismatch mismatch) {
            throw mismatch.in(name, fields);
        }
        return fields;
    }

    private static void read(List<Node> nodes, int version, Cursor cursor, Fields fields, UnaryOperator<String> textOf)
            throws LayoutMismatch {
        for (Node node : nodes) {
            if (!node.when().holds(version, textOf)) {
                continue;
            }
            switch (node) {
                case Field field -> fields.put(field.name(), cursor.next(field.name(), field.type()));
                case Group group -> fields.putGroup(group.name(), readGroup(group, version, cursor, textOf));
            }
        }
    }

    private static List<Fields> readGroup(Group group, int version, Cursor cursor, UnaryOperator<String> textOf)
            throws LayoutMismatch {
        int count = cursor.count(group.name());
        Fields[] elements = new Fields[count];
        for (int i = 0; i < count; i++) {
            elements[i] = new Fields();
            read(group.members(), version, cursor, elements[i], inside(group, elements[i], textOf));
        }
        return List.of(elements);
    }

    private static UnaryOperator<String> inside(Group group, Fields element, UnaryOperator<String> outside) {
        String prefix = group.name() + "[].";
        return name -> name.startsWith(prefix) ? lookUp(element, name.substring(prefix.length())) : outside.apply(name);
    }

    private static String lookUp(Fields fields, String name) {
        return name.endsWith("#")
                ? Integer.toString(
                        fields.group(name.substring(0, name.length() - 1)).size())
                : fields.text(name);
    }
}
