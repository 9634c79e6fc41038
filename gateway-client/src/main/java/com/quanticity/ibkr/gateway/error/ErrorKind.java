package com.quanticity.ibkr.gateway.error;

/** The columns class and scope of the table together with the usual reaction; the vocabulary of {@link ErrorCode}. */
enum ErrorKind {
    REJECT(ErrorClass.ORDER_REJECT, ErrorScope.ORDER, ErrorReaction.REFUSED),
    REJECT_EITHER(ErrorClass.ORDER_REJECT, ErrorScope.REQUEST_OR_ORDER, ErrorReaction.REFUSED),
    NOTE(ErrorClass.ORDER_WARNING, ErrorScope.ORDER, ErrorReaction.NOTICE),
    INFO_ORDER(ErrorClass.INFO, ErrorScope.ORDER, ErrorReaction.ENDED),

    CONTRACT_EITHER(ErrorClass.CONTRACT, ErrorScope.REQUEST_OR_ORDER, ErrorReaction.REFUSED),
    CONTRACT_OF_ORDER(ErrorClass.CONTRACT, ErrorScope.ORDER, ErrorReaction.REFUSED),
    CONTRACT_OF_REQUEST(ErrorClass.CONTRACT, ErrorScope.REQUEST, ErrorReaction.OVER),

    DATA_OVER(ErrorClass.MARKET_DATA, ErrorScope.REQUEST, ErrorReaction.OVER),
    DATA_LIVES(ErrorClass.MARKET_DATA, ErrorScope.REQUEST, ErrorReaction.LIVES),
    DATA_DEPENDS(ErrorClass.MARKET_DATA, ErrorScope.REQUEST, ErrorReaction.DEPENDS),

    INFO_REQUEST(ErrorClass.INFO, ErrorScope.REQUEST, ErrorReaction.LIVES),
    INFO_GONE(ErrorClass.INFO, ErrorScope.REQUEST, ErrorReaction.OVER),
    INFO_SESSION(ErrorClass.INFO, ErrorScope.SESSION, ErrorReaction.LIVES),

    WARNING_REQUEST(ErrorClass.WARNING, ErrorScope.REQUEST, ErrorReaction.NOTICE),
    WARNING_SESSION(ErrorClass.WARNING, ErrorScope.SESSION, ErrorReaction.NOTICE),

    SYSTEM_REQUEST(ErrorClass.SYSTEM, ErrorScope.REQUEST, ErrorReaction.OVER),
    SYSTEM_EITHER(ErrorClass.SYSTEM, ErrorScope.REQUEST_OR_ORDER, ErrorReaction.REFUSED),
    SYSTEM_SESSION(ErrorClass.SYSTEM, ErrorScope.SESSION, ErrorReaction.LIVES),

    ID_OF_REQUEST(ErrorClass.CLIENT_ID, ErrorScope.REQUEST, ErrorReaction.OVER),
    ID_OF_SESSION(ErrorClass.CLIENT_ID, ErrorScope.SESSION, ErrorReaction.LIVES),

    PACING_REQUEST(ErrorClass.PACING, ErrorScope.REQUEST, ErrorReaction.OVER),
    PACING_SESSION(ErrorClass.PACING, ErrorScope.SESSION, ErrorReaction.LIVES),

    LINK(ErrorClass.CONNECTIVITY, ErrorScope.SESSION, ErrorReaction.LIVES),

    LOCAL_REQUEST(ErrorClass.CLIENT_LOCAL, ErrorScope.REQUEST, ErrorReaction.OVER),
    LOCAL_SESSION(ErrorClass.CLIENT_LOCAL, ErrorScope.SESSION, ErrorReaction.LIVES);

    private final ErrorClass errorClass;
    private final ErrorScope scope;
    private final ErrorReaction reaction;

    ErrorKind(ErrorClass errorClass, ErrorScope scope, ErrorReaction reaction) {
        this.errorClass = errorClass;
        this.scope = scope;
        this.reaction = reaction;
    }

    ErrorClass errorClass() {
        return errorClass;
    }

    ErrorScope scope() {
        return scope;
    }

    ErrorReaction reaction() {
        return reaction;
    }
}
