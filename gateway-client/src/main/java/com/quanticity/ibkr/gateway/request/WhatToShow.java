package com.quanticity.ibkr.gateway.request;

/** What bars and past ticks are made of. Open: codes without a constant are kept as they are. */
public record WhatToShow(String code) {

    public static final WhatToShow TRADES = new WhatToShow("TRADES");
    public static final WhatToShow MIDPOINT = new WhatToShow("MIDPOINT");
    public static final WhatToShow BID = new WhatToShow("BID");
    public static final WhatToShow ASK = new WhatToShow("ASK");
    /** Counts twice against the limits of historical queries. */
    public static final WhatToShow BID_ASK = new WhatToShow("BID_ASK");
    /** Trades adjusted for splits and dividends. */
    public static final WhatToShow ADJUSTED_LAST = new WhatToShow("ADJUSTED_LAST");

    public static final WhatToShow HISTORICAL_VOLATILITY = new WhatToShow("HISTORICAL_VOLATILITY");
    public static final WhatToShow OPTION_IMPLIED_VOLATILITY = new WhatToShow("OPTION_IMPLIED_VOLATILITY");
    public static final WhatToShow FEE_RATE = new WhatToShow("FEE_RATE");
    public static final WhatToShow YIELD_BID = new WhatToShow("YIELD_BID");
    public static final WhatToShow YIELD_ASK = new WhatToShow("YIELD_ASK");
    public static final WhatToShow YIELD_BID_ASK = new WhatToShow("YIELD_BID_ASK");
    public static final WhatToShow YIELD_LAST = new WhatToShow("YIELD_LAST");
    /** Trading hours instead of bars. */
    public static final WhatToShow SCHEDULE = new WhatToShow("SCHEDULE");

    public static final WhatToShow AGGTRADES = new WhatToShow("AGGTRADES");

    @Override
    public String toString() {
        return code;
    }
}
