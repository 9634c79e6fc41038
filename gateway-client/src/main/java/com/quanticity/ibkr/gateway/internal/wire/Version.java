package com.quanticity.ibkr.gateway.internal.wire;

/** The protocol levels at which a layout changes, by what they bring. Source: wire specification, section 6. */
public final class Version {

    public static final int FA_PROFILE_GONE = 177;
    public static final int PENDING_PRICE_REVISION = 178;
    public static final int FUND_FIELDS = 179;
    public static final int EXERCISE_TIME = 180;
    public static final int LAST_TRADE_DATE = 182;
    public static final int CUSTOMER_ACCOUNT = 183;
    public static final int PROFESSIONAL_CUSTOMER = 184;
    public static final int BOND_ACCRUED_INTEREST = 185;
    public static final int INELIGIBILITY_REASONS = 186;
    public static final int RFQ_FILLER = 187;
    public static final int BOND_HOURS = 188;
    public static final int INCLUDE_OVERNIGHT = 189;
    public static final int RFQ_FILLER_GONE = 190;
    public static final int MANUAL_ORDER_INDICATOR = 192;
    public static final int OPERATOR_IN_OPEN_ORDER = 193;
    public static final int ERROR_TIME = 194;
    public static final int ORDER_PREVIEW = 195;
    public static final int TIME_IN_MILLIS = 197;
    public static final int HISTORY_END_FRAME = 196;
    public static final int SUBMITTER = 198;
    public static final int IMBALANCE_ONLY = 199;
    public static final int EXECUTION_DAYS = 200;

    private Version() {}
}
