"""python.py PORT MODE: what an application does with python-socketio (Debian's python3-socketio).

Prints "ok RULE" for each rule that holds; ends with an assertion otherwise.
"""

import queue
import sys

import socketio

port, mode = sys.argv[1], sys.argv[2]
transports = None if mode == "default" else [mode]


def connect(namespaces=("/",), auth=None, reconnection=True):
    client = socketio.Client(
        reconnection=reconnection, reconnection_delay=0.1, reconnection_delay_max=0.2
    )
    heard = queue.Queue()

    def remember(namespace, event):
        client.on(event, lambda *args: heard.put((event, args)), namespace=namespace)

    for namespace in namespaces:
        for event in ("auth", "message-back", "connect", "disconnect"):
            remember(namespace, event)
    client.connect(
        "http://127.0.0.1:" + port,
        transports=transports,
        namespaces=list(namespaces),
        auth=auth,
        wait_timeout=2,
    )
    return client, heard


def wait_for(heard, wanted):
    while True:
        event, args = heard.get(timeout=5)
        if event == wanted:
            return args


client, heard = connect(auth={"token": "abc"})
assert wait_for(heard, "auth") == ({"token": "abc"},)
print("ok connects with auth")

client.emit("message", (1, "2", {"3": [True, "한국어"]}))
assert wait_for(heard, "message-back") == (1, "2", {"3": [True, "한국어"]})
print("ok exchanges events")

client.emit("message", (b"\x01\x02", {"deep": b"x"}))
assert wait_for(heard, "message-back") == (b"\x01\x02", {"deep": b"x"})
print("ok exchanges binary")

assert client.call("message-with-ack", ("a", 1), timeout=5) == ("a", 1)
assert client.call("message-with-ack", b"\x09", timeout=5) == b"\x09"
print("ok acknowledges")

large = "x" * 990_000
assert client.call("message-with-ack", large, timeout=10) == large
print("ok carries nearly a megabyte")

try:
    client.call("nobody-answers", timeout=0.3)
    raise AssertionError("an acknowledgement from nobody")
except socketio.exceptions.TimeoutError:
    print("ok times an acknowledgement out")

client.sleep(1.5)
assert client.connected
print("ok stays through many heartbeats")

if mode != "polling":  # this client takes the close packet of polling as final
    client.emit("close-me")
    wait_for(heard, "disconnect")
    wait_for(heard, "auth")
    assert client.call("message-with-ack", 1, timeout=5) == 1
    print("ok comes back by itself")
client.disconnect()

client, heard = connect(namespaces=("/", "/custom"))
assert wait_for(heard, "auth") == ({},)
client.emit("message", "c", namespace="/custom")
assert wait_for(heard, "message-back") == ("c",)
print("ok shares one connection among namespaces")
client.disconnect()

try:
    connect(namespaces=("/unknown",), reconnection=False)
    raise AssertionError("an unknown namespace let a client in")
except socketio.exceptions.ConnectionError:
    print("ok hears that a namespace is closed to it")
