# What the tests on the board share; runs before each of them. The host's addresses and the ports of
# its echo servers are set before it: HOST, HOST6, TCP_ECHO, UDP_ECHO.
import errno
import gc
import select
import socket
import time

# A neighbour that is not there: a connection to it neither succeeds nor fails for a minute.
NOBODY = ("10.0.2.99", 9)


def fails(number, function, *args):
    """The call must fail with OSError(number)."""
    try:
        result = function(*args)
    except OSError as error:
        assert error.errno == number, ("errno", error.errno, "instead of", number)
        return
    raise AssertionError("no error, but", result)


def raises(kind, function, *args):
    """The call must raise this exception (that, and not one derived from it)."""
    try:
        result = function(*args)
    except Exception as error:
        assert type(error) is kind, ("raised", error)
        return
    raise AssertionError("no exception, but", result)


def interrupted(function, *args):
    """The call must wait until Ctrl-C comes, which the host sends when it reads this line."""
    print("@ctrl-c")
    try:
        result = function(*args)
    except KeyboardInterrupt:
        return
    raise AssertionError("no KeyboardInterrupt, but", result)


def equal(got, wanted):
    assert got == wanted, ("got", got, "instead of", wanted)


def took(at_least_ms, function, *args):
    """The call must take this long, and not a second more."""
    start = time.ticks_ms()
    result = function(*args)
    elapsed = time.ticks_diff(time.ticks_ms(), start)
    assert at_least_ms <= elapsed <= at_least_ms + 1000, ("took", elapsed, "not", at_least_ms)
    return result


def none_open():
    """No descriptor is in use: the next one is the lowest. 3, as 0 to 2 are never given out."""
    gc.collect()
    s = socket.socket()
    fd = s.fileno()
    s.close()
    equal(fd, 3)


def listener(family=socket.AF_INET, host="127.0.0.1"):
    s = socket.socket(family)
    s.bind((host, 0))
    s.listen(4)
    return s


def pair(family=socket.AF_INET, host="127.0.0.1"):
    """Two streams that are connected to each other."""
    server = listener(family, host)
    client = socket.socket(family)
    client.connect(server.getsockname()[:2])
    other, _ = server.accept()
    server.close()
    return client, other


def poll(s, events=select.POLLIN | select.POLLOUT, timeout_ms=0):
    """The events of one socket."""
    poller = select.poll()
    poller.register(s, events)
    ready = poller.poll(timeout_ms)
    return ready[0][1] if ready else 0
