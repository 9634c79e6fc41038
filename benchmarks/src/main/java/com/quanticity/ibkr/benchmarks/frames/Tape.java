package com.quanticity.ibkr.benchmarks.frames;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Frames one after the other as they lie in a socket's buffer, always the same ones. Ticks differ from frame to frame in instrument,
 * side, price and size, so that no branch of a decoder can be learned by heart; larger messages repeat their golden frames.
 */
public final class Tape {

    /** A power of two, so that a benchmark can step through it with a mask. */
    public static final int FRAMES = 1_024;

    private static final int PREFIX = 4;
    private static final int FIRST_REQUEST_ID = 1_000_000_000;
    private static final int INSTRUMENTS = 100;

    /** Ticks carry the request ids up to this one. */
    public static final int LAST_REQUEST_ID = FIRST_REQUEST_ID + INSTRUMENTS - 1;

    private final byte[] bytes;
    private final int[] payloadStart = new int[FRAMES];
    private final int[] payloadEnd = new int[FRAMES];

    private Tape(List<byte[]> frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = frames.get(i % frames.size());
            payloadStart[i] = all.size() + PREFIX;
            all.writeBytes(frame);
            payloadEnd[i] = all.size();
        }
        this.bytes = all.toByteArray();
    }

    public static Tape of(MessageKind kind) {
        List<byte[]> golden = GoldenFrames.of(kind.wireName());
        RandomGenerator random = random(kind.name());
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = golden.get(i % golden.size());
            frames.add(isTick(kind) ? varied(kind, fields(frame), random) : frame);
        }
        return new Tape(frames);
    }

    /** What a gateway sends for quotes: a price with its size, then the size again in a frame of its own. */
    public static Tape levelOne() {
        Tape prices = of(MessageKind.TICK_PRICE);
        Tape sizes = of(MessageKind.TICK_SIZE);
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < FRAMES / 2; i++) {
            frames.add(prices.frame(i));
            frames.add(sizes.frame(i));
        }
        return new Tape(frames);
    }

    /** Every frame with its length prefix. */
    public byte[] bytes() {
        return bytes;
    }

    public int payloadStart(int frame) {
        return payloadStart[frame];
    }

    public int payloadEnd(int frame) {
        return payloadEnd[frame];
    }

    private byte[] frame(int index) {
        return Arrays.copyOfRange(bytes, payloadStart[index] - PREFIX, payloadEnd[index]);
    }

    private static boolean isTick(MessageKind kind) {
        return switch (kind) {
            case TICK_PRICE, TICK_SIZE, TICK_BY_TICK, DEPTH_L2 -> true;
            case ORDER_STATUS, OPEN_ORDER, CONTRACT_DETAILS -> false;
        };
    }

    private static byte[] varied(MessageKind kind, String[] fields, RandomGenerator random) {
        String request = Integer.toString(FIRST_REQUEST_ID + random.nextInt(INSTRUMENTS));
        switch (kind) {
            case TICK_PRICE -> {
                fields[2] = request;
                fields[3] = random.nextBoolean() ? "1" : "2";
                fields[4] = price(random);
                fields[5] = size(random);
            }
            case TICK_SIZE -> {
                fields[2] = request;
                fields[3] = random.nextBoolean() ? "0" : "3";
                fields[4] = size(random);
            }
            case TICK_BY_TICK -> {
                fields[1] = request;
                fields[4] = price(random);
                fields[fields[2].equals("3") ? 6 : 5] = size(random);
            }
            case DEPTH_L2 -> {
                fields[2] = request;
                fields[3] = Integer.toString(random.nextInt(10));
                fields[7] = price(random);
                fields[8] = size(random);
            }
            case ORDER_STATUS, OPEN_ORDER, CONTRACT_DETAILS -> throw new IllegalArgumentException(kind + " is no tick");
        }
        return frame(fields);
    }

    private static String price(RandomGenerator random) {
        int cents = random.nextInt(100, 70_000);
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }

    private static String size(RandomGenerator random) {
        return Integer.toString(random.nextInt(1, 5_000));
    }

    /** The same frames in every run and every JVM. */
    private static RandomGenerator random(String seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed.hashCode());
    }

    private static String[] fields(byte[] frame) {
        return new String(frame, PREFIX, frame.length - PREFIX - 1, US_ASCII).split("\0", -1);
    }

    private static byte[] frame(String[] fields) {
        byte[] payload = (String.join("\0", fields) + "\0").getBytes(US_ASCII);
        return ByteBuffer.allocate(PREFIX + payload.length)
                .putInt(payload.length)
                .put(payload)
                .array();
    }
}
