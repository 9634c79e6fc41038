package com.quanticity.ibkr.execution.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.execution.SharedEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wrong request is refused with one line that names field, value and rule, and leaves nothing behind. */
@ExtendWith(SharedEngine.class)
class BadInputIT {

    private final RunningEngine engine;

    BadInputIT(RunningEngine engine) {
        this.engine = engine;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "negative        | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':-5}`  | quantity (was '-5') must be greater than 0",
                "zero            | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':'0'}` | quantity (was '0') must be greater than 0",
                "tenth decimal   | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':0.0000000001}` | must have at most 15 digits before and 9 after the point",
                "huge            | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':1e999999}` | must have at most 15 digits before and 9 after the point",
                "huge text       | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':'1e999999999'}` | must have at most 15 digits before and 9 after the point",
                "no number       | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':'ten'}` | 'quantity' must be a number, was 'ten'",
                "not a number    | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':'NaN'}` | 'quantity' must be a number, was 'NaN'",
                "truth           | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':true}` | 'quantity' must be a number",
                "no quantity     | `{'symbol':'SPY','side':'BUY','type':'MARKET'}` | quantity (was absent) must be given",
                "null quantity   | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':null}` | quantity (was absent) must be given",
                "unknown side    | `{'symbol':'SPY','side':'HOLD','type':'MARKET','quantity':1}` | 'side' must be one of BUY, SELL, was 'HOLD'",
                "side by number  | `{'symbol':'SPY','side':0,'type':'MARKET','quantity':1}` | 'side' must be one of BUY, SELL",
                "unknown type    | `{'symbol':'SPY','side':'BUY','type':'STOPP','quantity':1}` | 'type' must be one of MARKET, LIMIT, STOP",
                "no price        | `{'symbol':'SPY','side':'BUY','type':'LIMIT','quantity':1}` | limitPrice (was absent) must be given for a LIMIT order",
                "needless price  | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':1,'limitPrice':5}` | must be absent for a MARKET order",
                "negative price  | `{'symbol':'SPY','side':'BUY','type':'LIMIT','quantity':1,'limitPrice':-1}` | limitPrice (was '-1') must be greater than 0",
                "blank symbol    | `{'symbol':'  ','side':'BUY','type':'MARKET','quantity':1}` | symbol (was '  ') must be a symbol or contract in capitals",
                "no symbol       | `{'side':'BUY','type':'MARKET','quantity':1}` | symbol (was absent) must be given",
                "small symbol    | `{'symbol':'spy','side':'BUY','type':'MARKET','quantity':1}` | symbol (was 'spy') must be",
                "strategy taken  | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':1,'strategy':'external'}` | which marks fills from elsewhere",
                "odd account     | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':1,'account':'DU 1'}` | account (was 'DU 1') must be at most 20 letters and digits",
                "unknown tif     | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':1,'timeInForce':'GTD'}` | 'timeInForce' must be one of DAY",
                "no stop price   | `{'symbol':'SPY','side':'BUY','type':'STOP','quantity':1}` | stopPrice (was absent) must be given for a STOP order",
                "both distances  | `{'symbol':'SPY','side':'BUY','type':'TRAIL','quantity':1,'trailAmount':1,'trailPercent':1}` | trailAmount (was '1') and trailPercent must not both be given",
                "no end          | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':1,'timeInForce':'GOOD_TILL_DATE'}` | goodUntil (was absent) must be given for GOOD_TILL_DATE",
                "iceberg         | `{'symbol':'SPY','side':'BUY','type':'LIMIT','limitPrice':1,'quantity':1,'displaySize':2}` | displaySize (was '2') must not be above the quantity 1",
                "no contract     | `{'symbol':'OPT:SPY 2026','side':'BUY','type':'MARKET','quantity':1}` | symbol (was 'OPT:SPY 2026') must be a contract",
                "unknown field   | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':1,'price':5}` | There is no field 'price'",
                "field twice     | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':1,'quantity':100}` | quantity",
                "broken JSON     | `{'symbol':'SPY','side':` | The body is not JSON at line 1, column 24",
                "wrong JSON      | `{'symbol' 'SPY'}` | The body is not JSON at line 1",
                "two objects     | `{'symbol':'SPY','side':'BUY','type':'MARKET','quantity':1} {}` | The body must be",
                "a list          | `[]` | The body must be",
                "nothing         | `` | Send one JSON object"
            })
    void namesFieldValueAndRule(String name, String body, String words) {
        Answer answer = engine.place("bad-" + name, body == null ? "" : body.replace('\'', '"'));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.text("detail")).contains(words);
        assertThat(parentsWithKey("bad-" + name)).isZero();
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        Answer answer = engine.place("bad-all", """
                {"symbol":"","quantity":-1,"limitPrice":0}""");

        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("symbol", "side", "type", "quantity", "limitPrice");
    }

    @Test
    void asksForAnIdempotencyKey() {
        Answer answer = engine.placeWithoutKey("""
                {"symbol":"SPY","side":"BUY","type":"MARKET","quantity":1}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("IDEMPOTENCY_KEY_MISSING");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 500})
    void refusesALongIdempotencyKey(int length) {
        Answer answer = engine.place("k".repeat(length), """
                {"symbol":"SPY","side":"BUY","type":"MARKET","quantity":1}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("1 to 64 printable ASCII characters, had " + length);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders?limit=0, limit",
        "/api/v1/orders?limit=501, limit",
        "/api/v1/orders?limit=x, limit",
        "/api/v1/orders?status=DONE, status",
        "/api/v1/orders?cursor=x, cursor",
        "/api/v1/fills?limit=0, limit",
        "/api/v1/fills?cursor=x, cursor"
    })
    void refusesAWrongQuestion(String path, String word) {
        Answer answer = engine.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains(word);
    }

    private long parentsWithKey(String key) {
        return engine.jdbc()
                .sql("select count(*) from execution.parent_orders where idempotency_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
