#!/usr/bin/env python3
"""Asks the execution-engine to buy 100 SPY by TWAP within ten minutes, and prints its answer.

Needs Python 3.9 and redis-py (pip install redis). The stream's schema: docs/streams.md, signal.intent.
Usage: send_intent.py [host:port]
"""
import json
import os
import secrets
import sys
import time
from datetime import datetime, timedelta, timezone

import redis

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def ulid() -> str:
    number = int(time.time() * 1000) << 80 | secrets.randbits(80)
    return "".join(ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def main() -> None:
    host, port = (sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:16379").rsplit(":", 1)
    bus = redis.Redis(host=host, port=int(port), password=os.environ.get("REDIS_PASSWORD"), decode_responses=True)
    now = datetime.now(timezone.utc)
    intent_id = "sample-" + ulid()
    intent = {
        "intentId": intent_id,
        "validUntil": iso(now + timedelta(seconds=30)),
        "reason": "sample",
        "wish": {
            "symbol": "SPY",
            "side": "BUY",
            "quantity": "100",
            "strategy": "sample",
            "person": "sample",
            "plan": {"kind": "TWAP", "end": iso(now + timedelta(minutes=10))},
        },
    }
    last = bus.xrevrange("execution.event", count=1)
    seen = last[0][0] if last else "0"
    bus.xadd(
        "signal.intent",
        {
            "type": "signal-intent",
            "v": "1",
            "id": ulid(),
            "at": iso(now),
            "key": intent_id,
            "data": json.dumps(intent),
        },
        maxlen=10_000,
        approximate=True,
    )
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        for _, entries in bus.xread({"execution.event": seen}, block=1000) or []:
            for seen, fields in entries:
                answer = json.loads(fields["data"])
                if fields["type"] == "intent-answered" and answer["intentId"] == intent_id:
                    print(json.dumps(answer, indent=2))
                    return
    sys.exit("no answer within ten seconds; look whether the execution-engine runs")


if __name__ == "__main__":
    main()
