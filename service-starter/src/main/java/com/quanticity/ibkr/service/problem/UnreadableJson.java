package com.quanticity.ibkr.service.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says where a JSON body is wrong and what is expected there. */
final class UnreadableJson {

    private UnreadableJson() {}

    static ProblemDetail problem(JacksonException failure) {
        String path = path(failure.getPath());
        ProblemDetail problem = problem(failure, path);
        if (!path.isEmpty()) {
            problem.setProperty("field", path);
        }
        TokenStreamLocation location = failure.getLocation();
        if (location != null && location.getLineNr() > 0) {
            problem.setProperty("line", location.getLineNr());
            problem.setProperty("column", location.getColumnNr());
        }
        return problem;
    }

    private static ProblemDetail problem(JacksonException failure, String path) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return bad(
                    "UNKNOWN_FIELD",
                    "There is no field '" + path + "'" + known(unknown.getKnownPropertyIds())
                            + ". Remove it or correct its name.");
        }
        if (failure instanceof InvalidFormatException format) {
            return bad(
                    "INVALID_VALUE",
                    "Field '" + path + "' must be " + expected(format.getTargetType()) + ", was '"
                            + Problems.shown(String.valueOf(format.getValue())) + "'.");
        }
        if (failure instanceof ValueInstantiationException value) {
            return bad("INVALID_VALUE", at(path) + reason(value) + ".");
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch, path);
        }
        if (failure instanceof StreamReadException) {
            return bad(
                    "MALFORMED_JSON",
                    "The body is not JSON" + place(failure.getLocation()) + ": " + firstLine(failure) + ".");
        }
        return bad("INVALID_VALUE", at(path) + reason(failure) + ".");
    }

    private static ProblemDetail mismatch(MismatchedInputException failure, String path) {
        if (path.isEmpty() && failure.getCurrentToken() == null) {
            return bad("MALFORMED_JSON", "The body ends too early or is empty. Send one JSON object.");
        }
        String message = firstLine(failure);
        if (message.startsWith("Missing required creator property")
                || message.startsWith("Null value for creator property")) {
            return bad("MISSING_FIELD", "Field '" + path + "' is missing.");
        }
        Class<?> target = failure.getTargetType();
        return bad(
                "INVALID_VALUE",
                (path.isEmpty() ? "The body" : "Field '" + path + "'") + " must be "
                        + (target == null ? "of another type" : expected(target)) + ".");
    }

    private static ProblemDetail bad(String code, String detail) {
        return Problems.of(HttpStatus.BAD_REQUEST, code, detail);
    }

    private static String known(@Nullable Collection<Object> ids) {
        return ids == null || ids.isEmpty()
                ? ""
                : "; known are " + ids.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    /** What a reader without Java may write. */
    static String expected(@Nullable Class<?> target) {
        if (target == null) {
            return "of another type";
        }
        if (target.isEnum()) {
            return "one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "));
        }
        if (Number.class.isAssignableFrom(target) || target.isPrimitive() && target != boolean.class) {
            return "a number";
        }
        return switch (target.getSimpleName()) {
            case "String" -> "a text";
            case "Boolean", "boolean" -> "true or false";
            case "Instant" -> "a time like 2026-01-31T14:30:00Z";
            case "LocalDate" -> "a date like 2026-01-31";
            case "Duration" -> "a duration like PT5S";
            default ->
                Collection.class.isAssignableFrom(target) || target.isArray()
                        ? "a list"
                        : "a valid " + target.getSimpleName();
        };
    }

    private static String at(String path) {
        return path.isEmpty() ? "The body is refused: " : "Field '" + path + "' is refused: ";
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return firstLine(deepest);
    }

    private static String firstLine(Throwable failure) {
        String message =
                failure instanceof JacksonException jackson ? jackson.getOriginalMessage() : failure.getMessage();
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        String line = message.lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() <= 0
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }
}
