#!/usr/bin/env bash
# The folder is the border: checks that no folder reaches over its own. Prints every breach as
# file:line, and fails if there was one. check_borders_test.sh shows that each rule can fail.
#
#   tools/check_borders.sh [TREE]
set -euo pipefail
cd "${1:-$(dirname "$0")/..}"

breaches=0
report() { # report RULE LINES: nothing to say for no lines
    [ -n "$2" ] || return 0
    breaches=$((breaches + 1))
    printf '%s:\n%s\n\n' "$1" "$2"
}

# Looks through what is not ignored, committed or not. No match is no error.
search() { git grep --no-index --exclude-standard -nIE "$@" || true; }

# 1. What is above the seams, and the seams themselves, know the C language's own headers and each
#    other: no stack, no operating system, no board.
include='[[:space:]]*#[[:space:]]*include[[:space:]]*'
standard='<(errno|limits|stdbool|stddef|stdint|string)\.h>'
ours='[<"]microsockets/[a-z_]+\.h[>"]|"msock[a-z_]*\.h"|MSOCK_CONFIG_FILE'
seams='"(stk|stk_types|port|port_impl|drv|core[a-z_]*)\.h"'
report "an include that the core, the API and the seams must not have" "$(
    search "^$include" -- 'src/*' 'include/*' stack/stk.h port/port.h drivers/drv.h |
        grep -vE ":[0-9]+:$include($standard|$ours|$seams)" || true)"
report "an include of the API that is not the API" "$(
    search "^$include$seams" -- 'include/*')"

# 2. lwIP is known to its adapter, to the boards that configure it, and to tests of the two.
report "lwIP outside stack/lwip, boards and tests" "$(
    search "^${include}[<\"](lwip|netif)/" -- . ':!stack/lwip' ':!boards' ':!tests')"

# 3. Nothing is allocated at run time.
without_comments() { # keeps the line numbers
    perl -0777 -pe 's{/\*.*?\*/}{(my $c = $&) =~ s/[^\n]//g; $c}gse; s{//[^\n]*}{}g' "$1"
}
report "an allocation" "$(
    find src stack -name '*.[ch]' | sort | while read -r file; do
        without_comments "$file" |
            grep -nE '\<(malloc|calloc|realloc|free|strdup|alloca)[[:space:]]*\(' |
            sed "s|^|$file:|" || true
    done)"

# 4. What belongs to one machine or one day's work is not part of the project. (The brackets keep
#    these lines from finding themselves.)
path='(^|[^A-Za-z0-9_.])/(wor[k]|far[m]|roo[t]|hom[e])/|\.\./share[d]'
note='\<(this|last|previous|earlier|next) sessio[n]|\<issu[e] #?[0-9]|\<(TOD[O]|FIXM[E]|XX[X])\>'
report "a machine's path, or a note to self" "$(search "$path|$note" -- .)"

[ "$breaches" = 0 ]
