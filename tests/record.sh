#!/bin/sh
# Records what a conformance program prints, for conformance/compare.py to judge: a case that fails
# is no fault here, but a program that does not come to its end is.
#
#   record.sh TRANSCRIPT COMMAND...
set -u
transcript=$1
shift
status=0
"$@" </dev/null >"$transcript.part" || status=$?
cat "$transcript.part"
summary='^[0-9]* passed, [0-9]* failed'
if [ $status -gt 1 ] || ! tail -n 1 "$transcript.part" | grep -q "$summary"; then
    echo "record: ended with status $status before its end" >&2
    exit 1
fi
mv "$transcript.part" "$transcript"
