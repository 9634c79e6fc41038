package com.quanticity.ibkr.gateway.internal.redis;

import com.quanticity.ibkr.gateway.pacing.HistoryAllowance;
import com.quanticity.ibkr.gateway.pacing.HistoryAnswer;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.pacing.HistoryQuery;
import com.quanticity.ibkr.model.session.ClientId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The limits over all sessions of a gateway, asked on virtual threads. While Redis is away no query leaves: the past can wait, and a
 * violation would cost every session of the gateway.
 */
final class RedisHistoryAllowance implements HistoryAllowance {

    private static final Logger log = LoggerFactory.getLogger(RedisHistoryAllowance.class);
    private static final LuaScript SCRIPT = new LuaScript("history.lua");
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final Duration GUARD = Duration.ofMillis(100);

    private final StringRedisTemplate redis;
    private final String key;
    private final ClientId clientId;
    private final HistoryLimits limits;
    private final Map<Integer, String> open = new ConcurrentHashMap<>();

    RedisHistoryAllowance(StringRedisTemplate redis, String key, ClientId clientId, HistoryLimits limits) {
        this.redis = redis;
        this.key = key;
        this.clientId = clientId;
        this.limits = limits;
    }

    @Override
    public CompletionStage<HistoryAnswer> ask(HistoryQuery query) {
        CompletableFuture<HistoryAnswer> answer = new CompletableFuture<>();
        inBackground(() -> answer.complete(askNow(query)));
        return answer;
    }

    @Override
    public void ended(int reqId) {
        String member = open.remove(reqId);
        if (member != null) {
            inBackground(() -> forget(List.of(member)));
        }
    }

    @Override
    public void allEnded() {
        List<String> members = new ArrayList<>(open.values());
        open.values().removeAll(members);
        if (!members.isEmpty()) {
            inBackground(() -> forget(members));
        }
    }

    private HistoryAnswer askNow(HistoryQuery query) {
        String member = clientId + ":" + UUID.randomUUID();
        try {
            List<?> answer = SCRIPT.run(
                    redis,
                    List.of(
                            key,
                            key + ":open",
                            key + ":same:" + hash(query.identity()),
                            key + ":series:" + hash(query.series())),
                    member,
                    query.weight(),
                    limits.perMinute(),
                    limits.perTenMinutes(),
                    limits.identicalPause().toMillis(),
                    limits.sameSeries(),
                    limits.sameSeriesWindow().toMillis(),
                    limits.open(),
                    FORGOTTEN_AFTER.toMillis(),
                    GUARD.toMillis());
            if (LuaScript.number(answer, 0) > 0) {
                return new HistoryAnswer.Wait(
                        Duration.ofMillis(LuaScript.number(answer, 0)),
                        HistoryAnswer.Rule.valueOf(LuaScript.text(answer, 1)));
            }
            open.put(query.reqId(), member);
            return new HistoryAnswer.Go();
        } catch (RuntimeException e) {
            log.debug("history query waits clientId={} cause={}", clientId, RedisClientIdLeases.rootMessage(e));
            return new HistoryAnswer.Wait(ASK_AGAIN, HistoryAnswer.Rule.NOT_SHARED);
        }
    }

    private void forget(List<String> members) {
        try {
            redis.opsForZSet().remove(key + ":open", members.toArray());
        } catch (RuntimeException e) {
            // Forgotten by itself after ten minutes.
            log.debug("history query not ended in Redis clientId={} cause={}", clientId, e.toString());
        }
    }

    private void inBackground(Runnable work) {
        Thread.ofVirtual().name("gateway-history-" + clientId).start(work);
    }

    private static UUID hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
