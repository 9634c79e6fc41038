package com.quanticity.ibkr.execution.order;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Each type has its prices and no others; the findings are about the price fields. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PricesMatchType.Check.class)
@interface PricesMatchType {

    String message() default "must have the prices of its type";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. A missing type is told by its own rule. */
    final class Check implements ConstraintValidator<PricesMatchType, OrderRequest> {

        @Override
        @SuppressWarnings("NullAway") // not validated yet: the type may be missing
        public boolean isValid(OrderRequest request, ConstraintValidatorContext context) {
            Map<String, String> wrong = request.type() == null
                    ? new LinkedHashMap<>()
                    : request.prices().wrongFor(request.type());
            BigDecimal limit = request.limitPrice();
            if ((request.symbol() == null) == (request.legs() == null)) {
                wrong.put(
                        "symbol",
                        request.legs() == null ? "must be given, or legs" : "must be absent where legs are given");
            }
            // A plain name is never a combination, whose price may be below zero.
            if (limit != null
                    && limit.signum() <= 0
                    && request.legs() == null
                    && (request.symbol() == null || !request.symbol().contains(":"))) {
                wrong.putIfAbsent("limitPrice", "must be greater than 0");
            }
            if (wrong.isEmpty()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            wrong.forEach((field, rule) -> context.buildConstraintViolationWithTemplate(rule)
                    .addPropertyNode(field)
                    .addConstraintViolation());
            return false;
        }
    }
}
