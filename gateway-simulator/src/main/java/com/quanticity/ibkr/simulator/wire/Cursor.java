package com.quanticity.ibkr.simulator.wire;

import java.util.List;

/** Walks through the fields of one received frame. */
final class Cursor {

    private final List<String> fields;
    private int at;

    Cursor(List<String> fields) {
        this.fields = fields;
    }

    String next(String name, FieldType type) throws LayoutMismatch {
        if (at >= fields.size()) {
            throw new LayoutMismatch("field " + name + " is missing");
        }
        String text = fields.get(at++);
        if (!type.accepts(text)) {
            throw new LayoutMismatch("field " + name + " cannot be '" + text + "'");
        }
        return type == FieldType.ESCAPED_TEXT ? Escapes.unescape(text) : text;
    }

    int count(String name) throws LayoutMismatch {
        String text = next(name + "#", FieldType.INT);
        int count = text.isEmpty() ? 0 : Integer.parseInt(text);
        if (count < 0 || count > fields.size() - at) {
            throw new LayoutMismatch("count of " + name + " cannot be " + count);
        }
        return count;
    }

    /** Whether every field was taken. */
    boolean atEnd() {
        return at == fields.size();
    }
}
