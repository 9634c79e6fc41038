package com.quanticity.ibkr.console.positions;

import com.quanticity.ibkr.console.environment.AccountName;
import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.console.freshness.Expectation;
import com.quanticity.ibkr.console.freshness.Figures;
import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.model.position.AccountValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The broker's account figures, the ones the desk asks for first at the top. Thread-safe. */
public final class AccountBook implements Panel {

    private static final int MOST = 500;
    private static final List<String> FIRST = List.of(
            "NetLiquidation",
            "TotalCashValue",
            "BuyingPower",
            "AvailableFunds",
            "ExcessLiquidity",
            "GrossPositionValue",
            "InitMarginReq",
            "MaintMarginReq");
    private static final Comparator<AccountValue> ORDER = Comparator.comparing(AccountValue::account)
            .thenComparingInt(AccountBook::rank)
            .thenComparing(AccountValue::tag)
            .thenComparing(AccountValue::currency);

    private final Accounts accounts;
    private final Map<String, AccountValue> values = new HashMap<>();
    private long version;

    public AccountBook(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Takes a figure; an older one than there is changes nothing. */
    public synchronized void onValue(AccountValue value) {
        accounts.onAccount(value.account());
        String key = key(value);
        AccountValue before = values.get(key);
        boolean newer = before == null || before.at().isBefore(value.at());
        if (newer && (before != null || values.size() < MOST)) {
            values.put(key, value);
            version++;
        }
    }

    private static String key(AccountValue value) {
        return value.account() + "-" + value.tag() + "-" + value.currency();
    }

    private static int rank(AccountValue value) {
        int place = FIRST.indexOf(value.tag());
        return place < 0 ? FIRST.size() : place;
    }

    private synchronized List<AccountValue> all() {
        return values.values().stream().sorted(ORDER).toList();
    }

    @Override
    public Duration pace() {
        return Duration.ofSeconds(1);
    }

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public List<Part> parts(Instant now) {
        List<Piece> rows = all().stream()
                .map(value -> new Piece("account-" + key(value), "panels/account :: row", row(value)))
                .toList();
        if (rows.isEmpty()) {
            rows = List.of(new Piece(
                    "account-none",
                    "panels/account :: empty",
                    new Nothing("No account values heard from risk-manager yet.")));
        }
        return List.of(new Part.Rows("account-rows", rows));
    }

    private static Row row(AccountValue value) {
        return new Row(
                value.tag(),
                AccountName.masked(value.account()),
                value.value().isEmpty() ? "no data" : Figures.text(value.value()),
                value.currency(),
                new Stamp(value.at(), Expectation.ACCOUNT_VALUE));
    }

    private record Row(String tag, String account, String value, String currency, Stamp at) {}

    private record Nothing(String text) {}
}
