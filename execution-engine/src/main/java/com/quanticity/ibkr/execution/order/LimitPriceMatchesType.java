package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.model.order.OrderType;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A limit price belongs to limit orders and to no other; the finding is about the field {@code limitPrice}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LimitPriceMatchesType.Check.class)
@interface LimitPriceMatchesType {

    String message() default "must be given exactly for LIMIT orders";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. A missing type is told by its own rule. */
    final class Check implements ConstraintValidator<LimitPriceMatchesType, OrderRequest> {

        @Override
        @SuppressWarnings("NullAway") // not validated yet: the type may be missing
        public boolean isValid(OrderRequest request, ConstraintValidatorContext context) {
            if (request.type() == null || (request.type() == OrderType.LIMIT) == (request.limitPrice() != null)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            request.type() == OrderType.LIMIT
                                    ? "must be given for a LIMIT order"
                                    : "must be absent for a MARKET order")
                    .addPropertyNode("limitPrice")
                    .addConstraintViolation();
            return false;
        }
    }
}
