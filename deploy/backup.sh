#!/bin/sh
# Packs the data folder of a stopped server: database, files, secrets. To be run as the server's user.
#   backup.sh DATA TARGET.tar.gz
# An own PostgreSQL (--database-url) is not in it: back that up as well.
set -eu
. "$(dirname "$0")/stopped.sh"

[ $# -eq 2 ] || fail "Usage: $0 DATA TARGET.tar.gz"
data=$1
target=$2
[ -d "$data" ] || fail "There is no folder $data."
[ ! -e "$target" ] || fail "$target exists already."
check_stopped "$data"

# Secrets are in it: nobody else may read it. It gets its name when it is whole.
umask 077
trap 'rm -f "$target.part"' EXIT
tar -czf "$target.part" -C "$data" --exclude ./postgres/binaries .
mv "$target.part" "$target"
printf 'Packed %s into %s\n' "$data" "$target"
