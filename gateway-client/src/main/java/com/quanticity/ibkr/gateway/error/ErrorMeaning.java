package com.quanticity.ibkr.gateway.error;

/**
 * What one message means in one context.
 *
 * @param code the broker's number
 * @param name constant of {@link ErrorCode}, {@code UNLISTED} when there is none; for logs and pages
 * @param errorClass what it is about; the text can make it more precise than the table, for example a pacing violation under 162
 * @param severity how much attention it deserves
 * @param context the context asked for
 * @param order what becomes of the order; {@link OrderEffect#ALIVE} outside order contexts
 * @param isRefusal true when what was asked (order, change, cancel, request) was not done
 * @param endsRequest true when the request is over and nothing more will come for it; false outside request contexts
 * @param text one line for an operator, with the broker's reason where the code has one
 * @param action what a person or the calling program can do, one phrase
 */
public record ErrorMeaning(
        int code,
        String name,
        ErrorClass errorClass,
        ErrorSeverity severity,
        ErrorContext context,
        OrderEffect order,
        boolean isRefusal,
        boolean endsRequest,
        String text,
        String action) {}
