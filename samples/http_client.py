#!/usr/bin/env python3
"""Judge a file of requests over HTTP: ./judges serve, then samples/http_client.py samples/requests.jsonl"""
import sys
import urllib.request

path = sys.argv[1] if len(sys.argv) > 1 else "samples/requests.jsonl"
address = sys.argv[2] if len(sys.argv) > 2 else "http://localhost:8080"

with open(path, "rb") as requests:
    call = urllib.request.Request(
        f"{address}/v1/judge", data=requests.read(), headers={"Content-Type": "application/x-ndjson"})
with urllib.request.urlopen(call) as verdicts:
    for verdict in verdicts:  # one line per request, in their order
        print(verdict.decode().rstrip())
