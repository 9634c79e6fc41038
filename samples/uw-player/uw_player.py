#!/usr/bin/env python3
"""Plays prices of an outside feed to the stream uw.price.

Reads a CSV with the columns symbol, time (ISO, UTC) and price, and publishes each row when its time has come: rows keep their distances,
divided by --speed. Stamps are the time of publishing, moved by --skew-ms and a random --jitter-ms; --stamps file keeps those of the file.
With --around-level1 the price is level 1 (the hash ib:l1:{symbol}) instead of the file's, so that a platform on a simulator sees plausible
prices; --deviation-bp moves every price by so many basis points, --noise-bp by a random part of so many.

Needs Python 3.9 and nothing else. Redis is spoken to directly. See README.md of this folder.
"""

import argparse
import csv
import os
import random
import socket
import sys
import time
from datetime import datetime, timedelta, timezone
from decimal import Decimal

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Redis:
    """The little of Redis' protocol that is needed: a command out, an answer back."""

    def __init__(self, host, port, user, password):
        self.socket = socket.create_connection((host, port), timeout=5)
        self.reader = self.socket.makefile("rb")
        if password:
            self.call("AUTH", *([user] if user else []), password)

    def call(self, *words):
        out = [b"*%d\r\n" % len(words)]
        for word in words:
            data = str(word).encode()
            out.append(b"$%d\r\n%s\r\n" % (len(data), data))
        self.socket.sendall(b"".join(out))
        return self.answer()

    def answer(self):
        line = self.reader.readline().rstrip(b"\r\n")
        kind, rest = line[:1], line[1:]
        if kind == b"-":
            raise RuntimeError("Redis says: " + rest.decode())
        if kind == b"$":
            size = int(rest)
            return None if size < 0 else self.reader.read(size + 2)[:-2].decode()
        if kind == b"*":
            return [self.answer() for _ in range(int(rest))]
        return rest.decode()


def ulid(millis):
    bits = (millis << 80) | random.getrandbits(80)
    return "".join(ALPHABET[(bits >> shift) & 31] for shift in range(125, -1, -5))


def iso(moment):
    return moment.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            at = datetime.fromisoformat(row["time"].replace("Z", "+00:00"))
            yield row["symbol"].strip(), at, Decimal(row["price"])


def level1(redis, prefix, symbol):
    values = redis.call("HMGET", prefix + "ib:l1:" + symbol, "bid", "ask", "last")
    bid, ask, last = (Decimal(value) if value else None for value in values)
    if bid and ask:
        return (bid + ask) / 2
    return last


def price_of(options, redis, symbol, file_price):
    price = level1(redis, options.prefix, symbol) if options.around_level1 else file_price
    if price is None:
        return None
    points = options.deviation_bp + random.uniform(-options.noise_bp, options.noise_bp)
    return (price * (1 + Decimal(repr(points)) / 10000)).quantize(Decimal("0.0001"))


def stamp_of(options, file_time):
    base = file_time if options.stamps == "file" else datetime.now(timezone.utc)
    return base + timedelta(milliseconds=options.skew_ms + random.uniform(-options.jitter_ms, options.jitter_ms))


def publish(options, redis, symbol, price, stamp):
    now = datetime.now(timezone.utc)
    data = '{"symbol":"%s","price":"%s","at":"%s","source":"%s"}' % (symbol, price, iso(stamp), options.source)
    redis.call(
        "XADD", options.prefix + "uw.price", "MAXLEN", "~", 100000, "*",
        "type", "uw-price", "v", 1, "id", ulid(int(now.timestamp() * 1000)), "at", iso(now), "key", symbol, "data", data)


def play(options, redis):
    first = None
    begun = time.monotonic()
    sent = skipped = 0
    for symbol, at, file_price in rows(options.csv):
        first = first or at
        due = begun + (at - first).total_seconds() / options.speed
        time.sleep(max(0.0, due - time.monotonic()))
        price = price_of(options, redis, symbol, file_price)
        if price is None:
            skipped += 1
            continue
        publish(options, redis, symbol, price, stamp_of(options, at))
        sent += 1
    print("played rows=%d skipped=%d" % (sent, skipped), flush=True)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("csv", nargs="?", default=os.path.join(here, "prices.csv"))
    parser.add_argument("--redis", default="127.0.0.1:6379", help="host:port")
    parser.add_argument("--user", default="")
    parser.add_argument("--password", default=os.environ.get("REDIS_PASSWORD", ""))
    parser.add_argument("--prefix", default="", help="of the streams' names, for example replay:7:")
    parser.add_argument("--speed", type=float, default=1.0, help="2 plays twice as fast")
    parser.add_argument("--stamps", choices=("now", "file"), default="now")
    parser.add_argument("--skew-ms", type=float, default=0.0, help="clock of the feed ahead of ours; negative: behind")
    parser.add_argument("--jitter-ms", type=float, default=0.0)
    parser.add_argument("--deviation-bp", type=float, default=0.0)
    parser.add_argument("--noise-bp", type=float, default=0.0)
    parser.add_argument("--around-level1", action="store_true")
    parser.add_argument("--source", default="player")
    parser.add_argument("--repeat", type=int, default=1, help="how many times; 0 = until stopped")
    options = parser.parse_args()
    if options.speed <= 0:
        parser.error("--speed must be above 0")
    host, _, port = options.redis.rpartition(":")
    try:
        redis = Redis(host, int(port), options.user, options.password)
        played = 0
        while options.repeat == 0 or played < options.repeat:
            play(options, redis)
            played += 1
    except (OSError, RuntimeError) as failure:
        sys.exit("cannot play to Redis at %s: %s; check --redis and --password" % (options.redis, failure))
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
