# Sourced by backup.sh and restore.sh.

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# alive FILE: the process whose id is the first line of this file, if it runs.
alive() {
  [ -r "$1" ] || return 0
  pid=$(head -n 1 "$1")
  if [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; then
    printf '%s\n' "$pid"
  fi
}

# A data folder in use cannot be copied: its files would not fit together.
check_stopped() {
  for file in "$1/server.lock" "$1/postgres/cluster/postmaster.pid"; do
    pid=$(alive "$file")
    [ -z "$pid" ] || fail "Process $pid still works on $1: stop the server first."
  done
}
