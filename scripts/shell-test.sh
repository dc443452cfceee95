#!/bin/sh
# Tests of the shell scripts: what ./chask says when a tool is missing, and backup and restore. On copies in a temporary
# folder, with a PATH that holds only what a bare system has.
set -eu

SOURCE=$(cd "$(dirname "$0")/.." && pwd)
PLACE=$(mktemp -d)
trap 'rm -rf "$PLACE"' EXIT

failed=0

# expect NAME STATUS PATTERN COMMAND…: the command must end so, and say so.
expect() {
  name=$1
  status=$2
  pattern=$3
  shift 3
  got=0
  output=$("$@" 2>&1) || got=$?
  if [ "$got" -eq "$status" ] && printf '%s\n' "$output" | grep -q "$pattern"; then
    printf 'ok   %s\n' "$name"
  else
    printf 'FAIL %s: ended with %s and said\n%s\n' "$name" "$got" "$output"
    failed=1
  fi
}

# A system with the usual small programs and nothing to build with.
mkdir -p "$PLACE/bin" "$PLACE/home/scripts" "$PLACE/home/deploy"
for program in sh env dirname readlink sed head find cat tail mkdir rm mv date ls id grep awk tr sleep; do
  ln -s "$(command -v "$program")" "$PLACE/bin/$program"
done
cp "$SOURCE/chask" "$SOURCE/package.json" "$PLACE/home/"
cp "$SOURCE"/scripts/*.sh "$PLACE/home/scripts/"
# This machine's JDKs must not be found.
sed "s#/usr/lib#$PLACE/none#g; s#/usr/java#$PLACE/none#g; s#/opt/#$PLACE/none/#g; s#/Library#$PLACE/none#g" \
  "$SOURCE/scripts/tools.sh" >"$PLACE/home/scripts/tools.sh"

# jdk RELEASE: a folder that looks like one.
jdk() {
  mkdir -p "$PLACE/jdk-$1/bin"
  printf '#!/bin/sh\n' >"$PLACE/jdk-$1/bin/javac"
  chmod +x "$PLACE/jdk-$1/bin/javac"
  printf 'JAVA_VERSION="%s.0.1"\n' "$1" >"$PLACE/jdk-$1/release"
}

# maven VERSION: one that says it is this.
maven() {
  mkdir -p "$PLACE/maven-$1"
  printf '#!/bin/sh\necho "Apache Maven %s"\n' "$1" >"$PLACE/maven-$1/mvn"
  chmod +x "$PLACE/maven-$1/mvn"
}

# bare JDK MORE_PATH: ./chask on that system.
bare() {
  env -i HOME="$PLACE/nobody" JAVA_HOME="$1" PATH="$PLACE/bin:$2" "$PLACE/home/chask" run
}

jdk 21
jdk 25
maven 3.6.3
maven 3.9.9
new=$PLACE/jdk-25
expect "a missing JDK is told" 1 "needs a JDK of release 25" bare "" "$PLACE/none"
expect "an old JDK is told" 1 "needs a JDK of release 25" bare "$PLACE/jdk-21" "$PLACE/none"
expect "how to get a JDK is told" 1 "Fedora: *dnf install java-25" bare "" "$PLACE/none"
expect "a missing Maven is told" 1 "needs Maven 3.8 or newer" bare "$new" "$PLACE/none"
expect "an old Maven is told" 1 "needs Maven 3.8 or newer" bare "$new" "$PLACE/maven-3.6.3"
expect "how to get Maven is told" 1 "Debian, Ubuntu: *apt install maven" bare "$new" "$PLACE/none"
expect "a missing npm is told" 1 "needs npm" bare "$new" "$PLACE/maven-3.9.9"
expect "how to get npm is told" 1 "macOS: *brew install node" bare "$new" "$PLACE/maven-3.9.9"

# A data folder, and a ./chask that notes what it is asked.
cp "$SOURCE"/deploy/*.sh "$PLACE/home/deploy/"
printf '#!/bin/sh\necho "asked: $*"\n' >"$PLACE/home/chask"
data=$PLACE/data
mkdir -p "$data/attachments" "$data/postgres/cluster" "$data/postgres/binaries"
printf 'a picture' >"$data/attachments/1"
printf 'a program' >"$data/postgres/binaries/1"
: >"$data/server.lock"
backup=$PLACE/home/deploy/backup.sh
restore=$PLACE/home/deploy/restore.sh

echo $$ >"$data/server.lock"
expect "a running server's data is not packed" 1 "stop the server first" "$backup" "$data" "$PLACE/live.tar.gz"
: >"$data/server.lock"
echo $$ >"$data/postgres/cluster/postmaster.pid"
expect "a running database is not packed" 1 "stop the server first" "$backup" "$data" "$PLACE/live.tar.gz"
rm "$data/postgres/cluster/postmaster.pid"
expect "a stopped server's data is packed" 0 "Packed" "$backup" "$data" "$PLACE/backup.tar.gz"
expect "nobody else may read a backup" 0 "^-rw-------" ls -l "$PLACE/backup.tar.gz"
expect "an older backup is not overwritten" 1 "exists already" "$backup" "$data" "$PLACE/backup.tar.gz"
expect "nothing is restored over other data" 1 "is not empty" "$restore" "$data" "$PLACE/backup.tar.gz"
expect "a restore gives the database a new epoch" 0 "asked: database restored --data $PLACE/again" \
  "$restore" "$PLACE/again" "$PLACE/backup.tar.gz"
expect "files come back" 0 "a picture" cat "$PLACE/again/attachments/1"
expect "programs are not packed" 1 "" test -e "$PLACE/again/postgres/binaries"

exit "$failed"
