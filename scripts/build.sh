# Builds what is stale, judged by file times. Sourced by ./chask.
#
# A unit (npm, widget, console, demo, docs, server) has a stamp in target/chask. The stamp is as old as the START of its
# last successful build, so a file saved during a build makes the unit stale again.

JAR="$HOME_FOLDER/server/target/chask.jar"
LOGS="$STATE/logs"
ARCHIVE="$STATE/server.aot"
JAVA_OPTIONS="-Xms64m -Xmx512m -XX:+UseCompactObjectHeaders -XX:MinHeapFreeRatio=30 -XX:MaxHeapFreeRatio=50 -XX:G1PeriodicGCInterval=300000 -XX:+ExitOnOutOfMemoryError --sun-misc-unsafe-memory-access=allow"

# newer_than STAMP PATH…: prints something if a file, or a folder of sources (a file was added or removed), is newer.
newer_than() {
  stamp=$1
  shift
  (
    cd "$HOME_FOLDER" || exit
    for path in "$@"; do
      [ -e "$path" ] || continue
      find "$path" \( -name node_modules -o -name dist -o -name .astro -o -name .cache -o -path 'server/target' -o -path 'bench/target' -o -path web/widget/lib \) -prune \
        -o \( -type f -o -path '*/src/*' \) -newer "$stamp" -print
    done
  ) | head -n 1
}

# is_stale UNIT OUTPUT INPUT…
is_stale() {
  stamp="$STATE/$1"
  output=$2
  shift 2
  [ -f "$stamp" ] && [ -e "$HOME_FOLDER/$output" ] && [ -z "$(newer_than "$stamp" "$@")" ] && return 1
  return 0
}

# build_unit UNIT WORDS COMMAND…: runs the command, output to a log that is shown if it fails.
build_unit() {
  unit=$1
  words=$2
  shift 2
  mkdir -p "$LOGS"
  rm -f "$STATE/$unit"
  : >"$STATE/$unit.started"
  began=$(date +%s)
  printf '%s … ' "$words"
  if (cd "$HOME_FOLDER" && "$@") >"$LOGS/$unit.log" 2>&1; then
    mv "$STATE/$unit.started" "$STATE/$unit"
    printf '%s s\n' "$(($(date +%s) - began))"
  else
    printf 'failed\n'
    tail -n 60 "$LOGS/$unit.log" >&2
    fail "$words: failed. The whole output is in target/chask/logs/$unit.log"
  fi
}

install_packages() {
  # Not `npm ci`: it refuses a lock file made where a foreign platform's optional package could not be looked up.
  npm install --no-save --no-audit --no-fund
}

# Maven finds the JDK by JAVA_HOME. Its own libraries still use Unsafe, which newer JDKs complain about. Its --quiet
# would hide the warnings that fail a build.
maven() {
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow -Dorg.slf4j.simpleLogger.defaultLogLevel=${LOUDNESS:-warn}" \
    mvn --batch-mode --no-transfer-progress -Dstyle.color=never "$@"
}

package_server() {
  # Removed, not overwritten: a server that runs from them keeps its open files.
  rm -rf server/target/chask.jar server/target/lib server/target/classes/static
  maven package -pl server -P without-checks -Dmaven.test.skip=true
}

package_bench() {
  rm -rf bench/target/lib
  maven package -pl server,bench -P without-checks -Dmaven.test.skip=true
}

build_packages() {
  if is_stale npm node_modules/.package-lock.json package-lock.json; then
    find_npm
    build_unit npm "Fetching the web packages" install_packages
  fi
}

# build_web UNIT WORDS OUTPUT INPUT…
build_web() {
  unit=$1
  words=$2
  output=$3
  shift 3
  if is_stale "$unit" "$output" package-lock.json tsconfig.base.json "$@"; then
    find_npm
    build_unit "$unit" "$words" npm run build --workspace "@chask/$unit"
  fi
}

build_pages() {
  build_web widget "Building the widget" web/widget/dist web/widget web/client web/wire web/design
  build_web console "Building the console" web/console/dist web/console web/client web/wire web/design
  build_web demo "Building the demo page" web/demo/dist web/demo web/design
  build_web docs "Building the documentation" docs/dist docs wire web/widget/src/api web/client/src CHANGELOG.md \
    server/src/main/java/io/chask/config/Settings.java server/src/main/java/io/chask/wire/Reason.java
}

is_server_stale() {
  is_stale server server/target/chask.jar pom.xml server .mvn wire \
    target/chask/widget target/chask/console target/chask/demo target/chask/docs
}

build_server() {
  if is_server_stale; then
    find_jdk
    find_maven
    build_unit server "Building the server" package_server
  fi
}

build_all() {
  if [ ! -f "$JAR" ]; then
    # A first build takes a minute: what is missing is said before, not in the middle.
    find_jdk
    find_maven
    find_npm
  fi
  build_packages
  build_pages
  build_server
  build_archive
}

# Classes already loaded and linked, from a server that is started, visited and stopped once: the next ones start in half
# the time. Java checks that the archive belongs to this very jar, and does without it otherwise.
train() {
  data="$STATE/training"
  rm -rf "$data" "$ARCHIVE"
  # shellcheck disable=SC2086 # a list of options
  "$JAVA_HOME/bin/java" $JAVA_OPTIONS "-XX:AOTCacheOutput=$ARCHIVE" -jar "$JAR" run --port 0 --host 127.0.0.1 --data "$data" &
  server=$!
  waited=0
  until grep -q "Chask is ready" "$LOGS/archive.log" || [ "$waited" -eq 60 ] || ! kill -0 "$server" 2>/dev/null; do
    sleep 1
    waited=$((waited + 1))
  done
  url=$(sed -n 's|.*\(http://[^ ]*\)/demo/.*|\1|p' "$LOGS/archive.log" | head -n 1)
  password=$(sed -n 's|^ *Password *\([^ ]*\).*|\1|p' "$LOGS/archive.log" | head -n 1)
  visited=0
  node_modules/.bin/node scripts/visit.ts "$url" "$password" || visited=$?
  kill -TERM "$server" 2>/dev/null || true
  wait "$server"
  ended=$?
  rm -rf "$data"
  [ "$ended" -eq 0 ] && [ "$visited" -eq 0 ]
}

build_archive() {
  if is_stale archive "${ARCHIVE#"$HOME_FOLDER"/}" server/target/chask.jar scripts/visit.ts; then
    find_jdk
    build_unit archive "Preparing a quick start" train
  fi
}

# The measurements; nothing that runs the chat needs them.
build_bench() {
  if is_stale bench bench/target/chask-bench.jar bench target/chask/server; then
    find_jdk
    find_maven
    build_unit bench "Building the measurements" package_bench
  fi
}

clean_all() {
  rm -rf "$STATE" "$HOME_FOLDER/server/target" "$HOME_FOLDER/bench/target" "$HOME_FOLDER/docs/dist" "$HOME_FOLDER"/web/*/dist "$HOME_FOLDER/web/widget/lib"
}
