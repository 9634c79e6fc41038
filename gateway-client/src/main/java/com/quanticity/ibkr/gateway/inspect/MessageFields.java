package com.quanticity.ibkr.gateway.inspect;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of one message in wire order into JSON. Members of objects are left out when neutral: unset, empty, false, or zero
 * without an unset value; arguments of the call itself are always there. Takes the spellings of all official clients for values that
 * are not set. Belongs to one thread, used once.
 */
final class MessageFields {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MAX_INT = "2147483647";
    /** The largest double, in the spellings of the Java and the Python client. */
    private static final Set<String> MAX_DOUBLE = Set.of("1.7976931348623157E308", "1.7976931348623157e+308");

    private static final int MAX_DIGITS = 400;

    private final String[] fields;
    private final int version;
    private final ObjectNode args = JSON.objectNode();
    private ObjectNode current = args;
    private int next;

    MessageFields(String[] fields, int version) {
        this.fields = fields;
        this.version = version;
    }

    int version() {
        return version;
    }

    ObjectNode args() {
        return args;
    }

    ArrayNode unread() {
        ArrayNode rest = JSON.arrayNode();
        for (int i = next; i < fields.length; i++) {
            rest.add(fields[i]);
        }
        return rest;
    }

    /** Passes a field that means nothing: message ids, message versions, fillers of withdrawn features. */
    MessageFields skip() {
        take("a filler");
        return this;
    }

    MessageFields skipIf(boolean isThere) {
        return isThere ? skip() : this;
    }

    MessageFields text(String name) {
        putText(name, take(name));
        return this;
    }

    /** Absent from the layout of this version: not given. */
    MessageFields textIf(boolean isThere, String name) {
        putText(name, isThere ? take(name) : "");
        return this;
    }

    /** A text that is shown even when empty, because the client's default is another one. */
    MessageFields textWithDefault(String name) {
        current.put(name, take(name));
        return this;
    }

    MessageFields integer(String name) {
        return integerUnless(0, name);
    }

    /** An integer whose value for "nothing" is not zero. */
    MessageFields integerUnless(int nothing, String name) {
        int value = parseInt(name, take(name));
        if (isArgument() || value != nothing) {
            current.put(name, value);
        }
        return this;
    }

    MessageFields optionalInteger(String name) {
        return optionalIntegerUnless(Integer.MAX_VALUE, name);
    }

    MessageFields optionalIntegerUnless(int nothing, String name) {
        String text = take(name);
        if (!text.isEmpty() && !text.equals(MAX_INT)) {
            int value = parseInt(name, text);
            if (value != nothing) {
                current.put(name, value);
            }
        }
        return this;
    }

    MessageFields flag(String name) {
        return flagIf(true, name);
    }

    MessageFields flagIf(boolean isThere, String name) {
        boolean value = isThere && parseInt(name, take(name)) != 0;
        if (isArgument() || value) {
            current.put(name, value);
        }
        return this;
    }

    /** A flag that is shown even when false, because the client's default is true. */
    MessageFields flagWithDefault(String name) {
        current.put(name, parseInt(name, take(name)) != 0);
        return this;
    }

    MessageFields optionalFlag(String name) {
        String text = take(name);
        if (!text.isEmpty()) {
            current.put(name, parseInt(name, text) != 0);
        }
        return this;
    }

    /** A number for which zero is "not given". */
    MessageFields number(String name) {
        BigDecimal value = parseNumber(name, take(name));
        if (isArgument() || value.signum() != 0) {
            current.put(name, shown(value));
        }
        return this;
    }

    MessageFields optionalNumber(String name) {
        String text = take(name);
        if (text.equals("Infinity")) {
            current.put(name, text);
        } else if (!isUnset(text)) {
            current.put(name, shown(parseNumber(name, text)));
        }
        return this;
    }

    /** The Python client writes an integer zero when it is not set. */
    MessageFields optionalNumberOrPlainZero(String name) {
        return fields.length > next && fields[next].equals("0") ? skip() : optionalNumber(name);
    }

    /** Sizes are texts in JSON, so that no digit is lost. */
    MessageFields size(String name) {
        String text = take(name);
        if (!isUnset(text) && !text.equals(MAX_INT) && !text.equals("9223372036854775807")) {
            BigDecimal value = parseNumber(name, text);
            current.put(
                    name, value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
        }
        return this;
    }

    /** Tags in one field: {@code tag=value;tag=value;}. */
    MessageFields tagList(String name) {
        ArrayNode tags = JSON.arrayNode();
        for (String pair : take(name).split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0) {
                tags.addArray().add(pair.substring(0, equals)).add(pair.substring(equals + 1));
            } else if (!pair.isEmpty()) {
                throw broken(name, pair, "no tag=value");
            }
        }
        return array(name, tags);
    }

    /** Tags as a counted group of two fields each. */
    MessageFields tags(String name) {
        ArrayNode tags = JSON.arrayNode();
        int count = count(name);
        for (int i = 0; i < count; i++) {
            tags.addArray().add(take(name)).add(take(name));
        }
        return array(name, tags);
    }

    MessageFields texts(String name) {
        ArrayNode texts = JSON.arrayNode();
        int count = count(name);
        for (int i = 0; i < count; i++) {
            texts.add(take(name));
        }
        return array(name, texts);
    }

    /** Numbers of a counted group; unset is null. */
    MessageFields optionalNumbers(String name) {
        ArrayNode numbers = JSON.arrayNode();
        int count = count(name);
        for (int i = 0; i < count; i++) {
            String text = take(name);
            if (isUnset(text)) {
                numbers.addNull();
            } else {
                numbers.add(shown(parseNumber(name, text)));
            }
        }
        return array(name, numbers);
    }

    /** Members that sit in an object of their own; the object may be visited in several places of the frame. */
    MessageFields in(String name, Consumer<MessageFields> members) {
        ObjectNode outer = current;
        current = outer.get(name) instanceof ObjectNode known ? known : outer.putObject(name);
        members.accept(this);
        current = outer;
        return this;
    }

    /** An object that is left out when it has no members. */
    MessageFields inOptional(String name, Consumer<MessageFields> members) {
        in(name, members);
        if (current.get(name) instanceof ObjectNode object && object.isEmpty()) {
            current.remove(name);
        }
        return this;
    }

    MessageFields group(String name, Consumer<MessageFields> element) {
        ArrayNode elements = JSON.arrayNode();
        int count = count(name);
        ObjectNode outer = current;
        for (int i = 0; i < count; i++) {
            current = elements.addObject();
            element.accept(this);
        }
        current = outer;
        return array(name, elements);
    }

    /** The text of a member of this message that was read before, empty when it was left out. */
    String member(String object, String name) {
        return args.path(object).path(name).asString("");
    }

    /** A member of the object that is being read. */
    ObjectNode current() {
        return current;
    }

    private MessageFields array(String name, ArrayNode elements) {
        if (isArgument() || !elements.isEmpty()) {
            current.set(name, elements);
        }
        return this;
    }

    private void putText(String name, String value) {
        if (isArgument() || !value.isEmpty()) {
            current.put(name, value);
        }
    }

    private boolean isArgument() {
        return current == args;
    }

    private String take(String name) {
        if (next >= fields.length) {
            throw new BrokenMessageException("the message ends before " + name + ", field " + (next + 1));
        }
        return fields[next++];
    }

    private int count(String name) {
        int count = parseInt(name, take(name));
        if (count < 0 || count > fields.length - next) {
            throw broken(name, Integer.toString(count), "more elements than fields are left");
        }
        return count;
    }

    private int parseInt(String name, String text) {
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw broken(name, text, "no integer of 32 bits");
        }
    }

    private BigDecimal parseNumber(String name, String text) {
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            if (value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS) {
                throw broken(name, text, "more than " + MAX_DIGITS + " digits");
            }
            return value;
        } catch (NumberFormatException e) {
            throw broken(name, text, "no number");
        }
    }

    private BrokenMessageException broken(String name, String text, String what) {
        return new BrokenMessageException("field " + next + ", " + name + ": '" + text + "' is " + what);
    }

    private static boolean isUnset(String text) {
        return text.isEmpty() || MAX_DOUBLE.contains(text);
    }

    /** At least one decimal, as doubles are shown. */
    private static BigDecimal shown(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(1, stripped.scale()));
    }
}
