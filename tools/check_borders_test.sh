#!/usr/bin/env bash
# Shows that check_borders.sh passes a clean tree, and fails for each rule when it alone is broken.
set -euo pipefail
check=$(cd "$(dirname "$0")" && pwd)/check_borders.sh
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failures=0

clean_tree() {
    rm -rf "${tree:?}"/*
    mkdir -p "$tree"/{src,include/microsockets,stack/{lwip,fake},port/none,drivers,bindings,docs}
    printf '#include <stdint.h>\n#include "core.h"\n#include "stk.h"\n#include "port.h"\n' \
        >"$tree/src/call.c"
    printf '/* no malloc() here,\n * nor free() */\n' >>"$tree/src/call.c"
    printf '#include "lwip/tcp.h"\nint f(void) { pbuf_free(0); }\n' >"$tree/stack/lwip/tcp.c"
    printf '#include "msock_types.h"\n' >"$tree/include/microsockets/msock.h"
}

expect() { # expect pass|fail NAME
    local result=pass
    "$check" "$tree" >/dev/null 2>&1 || result=fail
    if [ "$result" != "$1" ]; then
        echo "check_borders_test: $2: expected $1, got $result"
        failures=$((failures + 1))
    fi
}

breach() { # breach FILE LINE
    clean_tree
    printf '%s\n' "$2" >>"$tree/$1"
    expect fail "$1: $2"
}

clean_tree
expect pass "a clean tree"

breach src/call.c '#include "lwip/tcp.h"'
breach src/call.c '#  include <pthread.h>'
breach src/call.c '#include <stdlib.h>'
breach src/call.c '#include "board.h"'
breach src/call.c '#include OTHER_FILE'
breach include/microsockets/msock.h '#include <sys/socket.h>'
breach include/microsockets/msock.h '#include "stk.h"'
breach stack/stk.h '#include "lwip/pbuf.h"'
breach port/none/port_impl.h '#include "lwip/sys.h"'
breach drivers/tap.c '#include "lwip/netif.h"'
breach bindings/module.c '#include <lwip/init.h>'
breach stack/fake/fake.c '#include "netif/etharp.h"'
breach src/call.c 'void *p = malloc (1);'
breach stack/lwip/tcp.c 'free(p);'
breach docs/notes.md "see /wo""rk/tree"
breach docs/notes.md "in /ro""ot/.config"
breach docs/notes.md "from the last sess""ion"
breach docs/notes.md "as iss""ue 12 says"
breach src/call.c "/* TO""DO: later */"

[ "$failures" = 0 ] && echo "check_borders_test: every rule holds"
