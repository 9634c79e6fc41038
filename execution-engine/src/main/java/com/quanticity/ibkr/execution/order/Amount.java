package com.quanticity.ibkr.execution.order;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Digits;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A decimal that is kept exactly. */
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Digits(integer = 15, fraction = 9) @ReportAsSingleViolation
@interface Amount {

    String message() default "must have at most 15 digits before and 9 after the point";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
