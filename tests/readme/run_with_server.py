#!/usr/bin/env python3
"""run_with_server.py PORT COMMAND...: runs README's program beside a web server on 127.0.0.1:PORT.

The page must come out of the program's standard output, and the program must end with status 0.
Where the machine allows it, all of it runs in a network of its own, so that PORT is free.
"""
import http.server
import os
import subprocess
import sys
import threading

PAGE = b"<h1>microsockets was here</h1>\n"
OWN_NETWORK = "MSOCK_TEST_OWN_NETWORK"


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers every request with the page."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)


def enter_own_network():
    """Starts this program again in a network namespace; returns where there is none to be had."""
    if OWN_NETWORK in os.environ:
        return
    unshare = ["unshare", "--user", "--map-root-user", "--net"]
    if subprocess.run(unshare + ["ip", "link", "set", "lo", "up"], check=False).returncode == 0:
        os.environ[OWN_NETWORK] = "1"
        again = ["sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
        os.execvp("unshare", unshare + again + sys.argv)
    print("no network of its own: using the machine's")


def main():
    port, command = int(sys.argv[1]), sys.argv[2:]
    enter_own_network()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    result = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=50,
                            check=False)
    sys.stdout.buffer.write(result.stdout)
    if result.returncode != 0:
        sys.exit(f"the program ended with status {result.returncode}")
    if PAGE not in result.stdout.replace(b"\r\n", b"\n"):
        sys.exit("the page is not in the program's output")


if __name__ == "__main__":
    main()
