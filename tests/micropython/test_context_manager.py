# `with` closes, also after an exception.
with socket.socket() as s:
    equal(s.fileno(), 3)
equal(s.fileno(), -1)
try:
    with socket.socket() as s:
        raise ValueError
except ValueError:
    pass
equal(s.fileno(), -1)
none_open()
