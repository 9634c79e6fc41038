package com.quanticity.ibkr.gateway.internal.wire;

/** The protocol levels at which a layout changes, by what they bring. Source: wire specification, section 6. */
final class Version {

    static final int FA_PROFILE_GONE = 177;
    static final int PENDING_PRICE_REVISION = 178;
    static final int FUND_FIELDS = 179;
    static final int LAST_TRADE_DATE = 182;
    static final int CUSTOMER_ACCOUNT = 183;
    static final int PROFESSIONAL_CUSTOMER = 184;
    static final int BOND_ACCRUED_INTEREST = 185;
    static final int INELIGIBILITY_REASONS = 186;
    static final int RFQ_FILLER = 187;
    static final int INCLUDE_OVERNIGHT = 189;
    static final int RFQ_FILLER_GONE = 190;
    static final int MANUAL_ORDER_INDICATOR = 192;
    static final int OPERATOR_IN_OPEN_ORDER = 193;
    static final int ERROR_TIME = 194;
    static final int ORDER_PREVIEW = 195;
    static final int SUBMITTER = 198;
    static final int IMBALANCE_ONLY = 199;
    static final int EXECUTION_DAYS = 200;

    private Version() {}
}
