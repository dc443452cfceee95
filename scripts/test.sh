# ./chask test and ./chask format: which suites there are, and what each does. Sourced by ./chask.

. "$HOME_FOLDER/scripts/suite.sh"

# Shared with `./chask test --long`, which takes an hour more.
FAULTS="--cycles 5 --seeds 200 --ids 1000"
FAULTS_LONG="--cycles 100 --seeds 5000 --ids 1000 --long"

# test_all [--long] [SUITE…]
test_all() {
  LONG=
  if [ "${1:-}" = --long ]; then
    shift
    LONG=yes
    FAULTS=$FAULTS_LONG
  fi
  WANTED="$*"
  # Who asks for the faults means all of them.
  if [ -n "$WANTED" ] && is_wanted faults; then WANTED="$WANTED planted injuries"; fi
  mkdir -p "$LOGS" "$STATE/reports"
  : >"$RESULTS"
  find_jdk
  find_maven
  find_npm
  if is_wanted browser; then
    find_chromium
  fi
  build_packages
  all_began=$(date +%s)
  test_sources
  beside test_java
  test_pages
  await_beside
  # Alone: they also judge how soon a server is back, and whether anybody noticed that it was away.
  suite faults count_faults test_faults F1,F2,F3
  if [ -n "$LONG" ]; then
    suite planted count_planted test_planted
    suite reports count_reports test_reports
    if is_wanted reports; then sed -n 's/^report: /   /p' "$LOGS/test-reports.log"; fi
    test_injuries
  else
    prepare_injuries
    beside test_injuries
    suite planted count_planted test_planted
    await_beside
  fi
  suite browser count_vitest test_browser
  print_summary
}

# beside COMMAND: at a terminal in a process group of its own, which an interrupt takes with it.
beside() {
  if [ -t 0 ]; then set -m; fi
  "$@" &
  OTHER=$!
  set +m
  trap 'kill -- "-$OTHER" 2>/dev/null || kill "$OTHER" 2>/dev/null || true; exit 130' INT TERM
}

await_beside() {
  wait "$OTHER" || true
  trap - INT TERM
}

test_sources() {
  suite shell count_one check_shell
  suite format count_one check_format
  suite lint count_one npm run lint
  suite pages count_one build_pages
  # After the pages: the documentation's build makes files that its types refer to.
  suite types count_one check_types
  # The widget's tests build the widget anew, so they come before the server is packaged with it.
  test_workspaces wire client design widget
}

# Neither this nor the server's tests fill two cores alone, and neither writes what the other reads.
test_pages() {
  test_workspaces console demo docs
  suite translations count_one script translations.ts
  suite size count_one script size.ts
  # Last: two Mavens that fetch the same for the first time would be in each other's way.
  suite java-style count_one check_java_style
}

# These judge what is left when all is calm again, however long that takes; so do the planted bugs.
test_injuries() {
  suite injuries count_faults test_faults F5,F7,F9,F15
}

# Made before, not by two Mavens at once. What fails here fails again in the suite that needs it.
prepare_injuries() {
  if is_wanted injuries; then (build_server && build_archive && build_bench) || true; fi
}

test_workspaces() {
  for workspace in "$@"; do
    folder=$(workspace_folder "$workspace")
    if grep -q '"test":' "$HOME_FOLDER/$folder/package.json"; then
      suite "$workspace" count_vitest test_workspace "$workspace"
    fi
  done
}

test_java() {
  suite java-checks count_one check_java
  suite java count_surefire test_server
  suite supply count_one check_supply
  if [ -n "$LONG" ]; then
    suite fuzz count_surefire test_fuzz
  fi
}

workspace_folder() {
  if [ "$1" = docs ]; then echo docs; else echo "web/$1"; fi
}

script() {
  name=$1
  shift
  node_modules/.bin/node "scripts/$name" "$@"
}

check_shell() {
  for file in chask scripts/*.sh deploy/*.sh .ci/run; do
    sh -n "$file" || return 1
  done
  sh scripts/shell-test.sh
}

check_format() {
  node_modules/.bin/oxfmt --check
}

check_types() {
  npm run check --workspaces --if-present && node_modules/.bin/tsc -p scripts
}

test_workspace() {
  npm run test --workspace "@chask/$1" -- --reporter=default --reporter=json --outputFile.json="$STATE/reports/$1/report.json"
}

# Compiler warnings, Error Prone and NullAway. The import table is a test of the next suite.
check_java() {
  # Classes that ./chask run compiled without checks must not count as checked.
  rm -rf ./*/target/classes ./*/target/test-classes ./*/target/maven-status
  maven test-compile
}

# Formatting and limits, which need the sources alone.
check_java_style() {
  maven spotless:check checkstyle:check
}

# Packages what the browser suite will start. Failing tests keep the jar from being built, so it is built without them then.
# The measurements find the server in its jar now and are compiled once more, which the suite before has checked.
test_server() {
  rm -rf ./*/target/surefire-reports server/target/chask.jar server/target/lib server/target/classes/static bench/target/lib
  : >"$STATE/server.started"
  : >"$STATE/bench.started"
  if LOUDNESS=info maven package -P without-checks; then
    mv "$STATE/server.started" "$STATE/server"
    mv "$STATE/bench.started" "$STATE/bench"
  else
    maven package -pl server -Dmaven.test.skip=true
    return 1
  fi
}

# The list of Java's libraries is made anew: packaging makes it too, but not without checks, nor after a failed test.
check_supply() {
  maven org.cyclonedx:cyclonedx-maven-plugin:makeBom@list-of-libraries -pl server
  script supply.ts
}

# A minute's search for each reader of foreign bytes. What crashes one is kept among its inputs, which every run tries.
test_fuzz() {
  rm -rf server/target/surefire-reports
  JAZZER_FUZZ=1 maven test -pl server -P without-checks -Dtest='*Fuzzing' -Dgroups=fuzz -DexcludedGroups= -DreuseForks=false
}

# Faults that a blind judge passes prove nothing: it must find these bugs.
test_planted() {
  rm -rf bench/target/surefire-reports
  maven test -pl server,bench -P without-checks -Dgroups=planted -DexcludedGroups= -Dsurefire.failIfNoSpecifiedTests=false
}

# How long the reports take over a million messages. Judged here alone: a busy machine would fail it.
test_reports() {
  rm -rf server/target/surefire-reports
  LOUDNESS=info maven test -pl server -P without-checks -Dtest=ReportBenchmark
}

count_reports() {
  MODULE=server
  count_surefire "$@"
}

count_planted() {
  MODULE=bench
  count_surefire "$@"
}

# test_faults FAULT,…: the short form; `./chask test --long` runs the long.
test_faults() {
  build_server
  build_archive
  build_bench
  # shellcheck disable=SC2086 # a list of options
  start_java -jar "$HOME_FOLDER/bench/target/chask-bench.jar" faults --jar "$JAR" --archive "$ARCHIVE" \
    --counts "$STATE/reports/$name/counts" --only "$1" $FAULTS
}

# One for each fault.
count_faults() {
  if [ -f "$1/counts" ]; then
    cat "$1/counts"
  else
    echo "0 1"
  fi
}

test_browser() {
  build_archive
  npm run test:e2e --workspace @chask/e2e -- --reporter=default --reporter=json --outputFile.json="$STATE/reports/browser/report.json"
}

format_all() {
  find_jdk
  find_maven
  find_npm
  build_packages
  cd "$HOME_FOLDER" || exit
  node_modules/.bin/oxfmt
  maven spotless:apply
}
