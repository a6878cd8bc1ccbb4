#!/usr/bin/env python3
"""Grade a group of rollouts through the broker, in plain JSON; needs the package pika.

./judges serve math --bus rabbitmq --host amqp://guest:guest@localhost:5672
samples/rabbitmq_client.py amqp://guest:guest@localhost:5672
"""
import json
import sys

import pika

address = sys.argv[1] if len(sys.argv) > 1 else "amqp://guest:guest@localhost:5672"
channel = pika.BlockingConnection(pika.URLParameters(address)).channel()

# A message without a response address is answered by an event: a queue of our own, bound to the event's exchange, receives it.
channel.exchange_declare("Judges:RolloutsGraded", "fanout", durable=True)
answers = channel.queue_declare("", exclusive=True).method.queue
channel.queue_bind(answers, "Judges:RolloutsGraded")

group = {
    "run": "sample",
    "group": 1,
    "rollouts": [
        {"index": 0, "request": {"response": "\\boxed{\\frac12}", "answer": "0.5"}},
        {"index": 1, "request": {"response": "\\boxed{2}", "answer": "0.5"}},
    ],
}
channel.basic_publish("", "grade-math", json.dumps(group), pika.BasicProperties(content_type="application/json", delivery_mode=2))

for _, _, body in channel.consume(answers, auto_ack=True):
    graded = json.loads(body)["message"]
    if (graded["run"], graded["group"]) == (group["run"], group["group"]):
        for verdict in graded["verdicts"]:
            print(verdict["index"], verdict["verdict"]["outcome"], verdict["verdict"]["reward"])
        break
