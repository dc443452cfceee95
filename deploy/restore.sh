#!/bin/sh
# Unpacks what backup.sh packed into a new or empty data folder. To be run as the server's user, while it is stopped.
#   restore.sh DATA SOURCE.tar.gz
# With an own PostgreSQL (--database-url), restore that first.
set -eu
. "$(dirname "$0")/stopped.sh"

[ $# -eq 2 ] || fail "Usage: $0 DATA SOURCE.tar.gz"
data=$1
source=$2
[ -r "$source" ] || fail "$source cannot be read."
mkdir -p "$data"
[ -z "$(ls -A "$data")" ] || fail "$data is not empty: move what is in it elsewhere first."

tar -xzpf "$source" -C "$data"
# Widgets and consoles may hold messages that are newer than the backup: this makes them load everything anew.
"$(dirname "$0")/../chask" database restored --data "$data"
