package com.quanticity.ibkr.service.start;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginProvider;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Properties that are missing, misspelt or out of their range; all problems of one record together. */
final class PropertyFailure {

    private PropertyFailure() {}

    static @Nullable CannotStartException reason(List<Throwable> chain) {
        CannotStartException reason = null;
        // The deepest knows most.
        for (Throwable link : chain) {
            CannotStartException found = reason(link);
            reason = found == null ? reason : found;
        }
        return reason;
    }

    private static @Nullable CannotStartException reason(Throwable link) {
        return switch (link) {
            case BindValidationException invalid -> invalid(invalid);
            case UnboundConfigurationPropertiesException unbound -> unknown(unbound);
            case InvalidConfigurationPropertyValueException value -> value(value);
            case BindException bind -> unreadable(bind);
            default -> null;
        };
    }

    private static CannotStartException invalid(BindValidationException failure) {
        ValidationErrors errors = failure.getValidationErrors();
        String problems = errors.getAllErrors().stream()
                .map(error -> invalid(errors.getName().toString(), error))
                .sorted()
                .collect(Collectors.joining("; "));
        return new CannotStartException(problems, "correct the configuration", failure);
    }

    private static String invalid(String prefix, ObjectError error) {
        if (!(error instanceof FieldError field)) {
            return prefix + " " + error.getDefaultMessage();
        }
        String name = prefix + "." + kebab(field.getField());
        Object value = field.getRejectedValue();
        String given = value == null ? " is missing and" : "=" + Words.shown(name, value);
        return name + given + " " + error.getDefaultMessage() + from(Origin.from(error));
    }

    private static CannotStartException unknown(UnboundConfigurationPropertiesException failure) {
        String names = failure.getUnboundProperties().stream()
                .map(property -> property.getName() + from(origin(property)))
                .sorted()
                .collect(Collectors.joining("; "));
        return new CannotStartException("unknown property " + names, "remove it or correct its name", failure);
    }

    private static CannotStartException value(InvalidConfigurationPropertyValueException failure) {
        return new CannotStartException(
                failure.getName() + "=" + Words.shown(failure.getName(), String.valueOf(failure.getValue()))
                        + " is refused: " + failure.getReason(),
                "correct the configuration",
                failure);
    }

    private static CannotStartException unreadable(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        String name = property == null
                ? failure.getName().toString()
                : property.getName().toString();
        String given = property == null ? "" : "=" + Words.shown(name, property.getValue());
        return new CannotStartException(
                name + given + " is refused: " + Words.rootLine(failure)
                        + from(property == null ? null : origin(property)),
                "correct the configuration",
                failure);
    }

    private static @Nullable Origin origin(OriginProvider property) {
        return property.getOrigin();
    }

    private static String from(@Nullable Origin origin) {
        return origin == null ? "" : " (" + origin + ")";
    }

    private static String kebab(String field) {
        return field.contains("-")
                ? field
                : field.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
