package com.quanticity.ibkr.gateway.internal.redis;

import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;

/** A script next to this class. Its answers are lists of integers and texts. */
final class LuaScript {

    private final DefaultRedisScript<List<?>> script = new DefaultRedisScript<>();

    @SuppressWarnings("unchecked")
    LuaScript(String name) {
        script.setLocation(new ClassPathResource(name, LuaScript.class));
        script.setResultType((Class<List<?>>) (Class<?>) List.class);
    }

    List<?> run(StringRedisTemplate redis, List<String> keys, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return redis.execute(script, keys, texts);
    }

    static int integer(List<?> answer, int index) {
        return Math.toIntExact(number(answer, index));
    }

    static long number(List<?> answer, int index) {
        return answer.get(index) instanceof Long number ? number : Long.parseLong(String.valueOf(answer.get(index)));
    }

    static String text(List<?> answer, int index) {
        return String.valueOf(answer.get(index));
    }
}
