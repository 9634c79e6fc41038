package com.quanticity.ibkr.gateway.error;

import java.util.Objects;
import java.util.Optional;

/**
 * The one place that says what a code means where it arrives. Answers every number and every text, never throws, and never calls an
 * order dead on a code that is not listed. Thread-safe.
 *
 * <p>Source: wire specification, table of error codes with its header, behaviour sections 4 and 10.
 */
public final class ErrorCatalogue {

    private ErrorCatalogue() {}

    /**
     * The meaning of one message.
     *
     * @param code the broker's number
     * @param context what the message's id stands for
     * @param text the broker's text, in any wording; may be empty
     */
    public static ErrorMeaning meaning(int code, ErrorContext context, String text) {
        Optional<ErrorCode> listed = ErrorCode.of(code);
        return listed.isPresent() ? listed(code, listed.get(), context, text) : unlisted(code, context, text);
    }

    /** True for the broker's own range of warnings and notices. */
    public static boolean isWarning(int code) {
        return code >= 2100 && code <= 2199;
    }

    private static ErrorMeaning listed(int number, ErrorCode code, ErrorContext context, String text) {
        ErrorClass errorClass = errorClass(code, text);
        boolean endsRequest = code.reaction().endsRequest(context);
        return new ErrorMeaning(
                number,
                code.name(),
                errorClass,
                severity(code, errorClass, text),
                context,
                order(code, context, text),
                code.reaction().isRefusal(context),
                endsRequest,
                operatorText(code, text),
                action(code, text).text());
    }

    private static ErrorMeaning unlisted(int code, ErrorContext context, String text) {
        boolean warning = isWarning(code);
        ErrorReaction reaction = warning ? ErrorReaction.NOTICE : ErrorReaction.OVER;
        return new ErrorMeaning(
                code,
                ErrorClass.UNLISTED.name(),
                warning ? ErrorClass.WARNING : ErrorClass.UNLISTED,
                ErrorSeverity.WARNING,
                context,
                reaction.order(context),
                !warning && context != ErrorContext.SESSION,
                reaction.endsRequest(context),
                ErrorTexts.reason(text).isEmpty() ? "code " + code + " without a text" : ErrorTexts.reason(text),
                (context.isOrder() && !warning ? ErrorAction.ASK_STATE : ErrorAction.REPORT_CODE).text());
    }

    private static OrderEffect order(ErrorCode code, ErrorContext context, String text) {
        OrderEffect usual = code.reaction().order(context);
        if (!context.isOrder()) {
            return usual;
        }
        return switch (code) {
            case NOT_CANCELLABLE, CANCEL_REFUSED -> Objects.requireNonNullElse(ErrorTexts.byState(text), usual);
            case ORDER_REJECTED ->
                context == ErrorContext.WORKING_ORDER && ErrorTexts.isAboutChange(text) ? OrderEffect.UNKNOWN : usual;
            default -> usual;
        };
    }

    private static ErrorClass errorClass(ErrorCode code, String text) {
        if (code == ErrorCode.HISTORY_MESSAGE && ErrorTexts.isPacing(text)) {
            return ErrorClass.PACING;
        }
        if (code == ErrorCode.HISTORY_MESSAGE && ErrorTexts.isCancelOfQuery(text)) {
            return ErrorClass.INFO;
        }
        if (code == ErrorCode.REQUEST_FAILED && ErrorTexts.isDuplicateId(text)) {
            return ErrorClass.CLIENT_ID;
        }
        return code.errorClass();
    }

    private static ErrorSeverity severity(ErrorCode code, ErrorClass errorClass, String text) {
        if (code == ErrorCode.UNREADABLE_REQUEST || code == ErrorCode.REQUEST_REFUSED && ErrorTexts.isReadOnly(text)) {
            return ErrorSeverity.ERROR;
        }
        return switch (errorClass) {
            case INFO -> ErrorSeverity.INFO;
            case WARNING,
                    CONNECTIVITY,
                    MARKET_DATA,
                    CONTRACT,
                    ORDER_REJECT,
                    ORDER_WARNING,
                    PACING,
                    CLIENT_LOCAL,
                    UNLISTED -> ErrorSeverity.WARNING;
            case CLIENT_ID, SYSTEM -> code.scope() == ErrorScope.SESSION ? ErrorSeverity.ERROR : ErrorSeverity.WARNING;
        };
    }

    private static ErrorAction action(ErrorCode code, String text) {
        return switch (code) {
            case HISTORY_MESSAGE -> historyAction(text);
            case REQUEST_REFUSED -> ErrorTexts.isReadOnly(text) ? ErrorAction.NO_READ_ONLY : ErrorAction.READ_REASON;
            case REQUEST_FAILED -> failedAction(text);
            default -> code.suggested();
        };
    }

    private static ErrorAction historyAction(String text) {
        if (ErrorTexts.isPacing(text)) {
            return ErrorAction.SLOW_DOWN_HISTORY;
        }
        return ErrorTexts.isCancelOfQuery(text) ? ErrorAction.NONE : ErrorAction.READ_TEXT;
    }

    private static ErrorAction failedAction(String text) {
        if (ErrorTexts.isDuplicateId(text)) {
            return ErrorAction.NEW_ID;
        }
        return ErrorTexts.isTooMany(text) ? ErrorAction.CANCEL_ONE : ErrorAction.READ_REASON;
    }

    /** Codes that stand for many causes are followed by the broker's own words. */
    private static String operatorText(ErrorCode code, String text) {
        String reason = ErrorTexts.reason(text);
        return switch (code) {
            case ORDER_REJECTED,
                    ORDER_CANCELLED,
                    HISTORY_MESSAGE,
                    REQUEST_REFUSED,
                    REQUEST_FAILED,
                    SERVER_ERROR,
                    UNREADABLE_REQUEST,
                    NOT_CANCELLABLE,
                    CANCEL_REFUSED,
                    ORDER_WARNING,
                    ALGO_ERROR -> reason.isEmpty() ? code.text() : code.text() + ": " + reason;
            default -> code.text();
        };
    }
}
