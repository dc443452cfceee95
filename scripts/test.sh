# ./chask test and ./chask format. Sourced by ./chask.
#
# A suite is one command with its own log. A failing suite never hides the ones after it; the summary names them all.

RESULTS="$STATE/results"

# suite NAME COUNTER COMMAND…: COUNTER says how its tests are counted (count_one, count_vitest FILE, count_surefire).
suite() {
  name=$1
  counter=$2
  shift 2
  is_wanted "$name" || return 0
  began=$(date +%s)
  printf '\n== %s\n' "$name"
  rm -rf "$STATE/reports/$name"
  mkdir -p "$STATE/reports/$name"
  if (cd "$HOME_FOLDER" && "$@") >"$LOGS/test-$name.log" 2>&1; then
    outcome=passed
  else
    outcome=failed
    tail -n 200 "$LOGS/test-$name.log"
  fi
  counts=$("$counter" "$STATE/reports/$name" "$outcome")
  seconds=$(($(date +%s) - began))
  printf '%s|%s|%s|%s\n' "$name" "$outcome" "$counts" "$seconds" >>"$RESULTS"
  printf '   %s %s in %s s\n' "$name" "$outcome" "$seconds"
}

# Without names given, every suite is wanted.
is_wanted() {
  [ -z "$WANTED" ] && return 0
  case " $WANTED " in
    *" $1 "*) return 0 ;;
  esac
  return 1
}

# A suite that is one check: "passed failed".
count_one() {
  if [ "$2" = passed ]; then echo "1 0"; else echo "0 1"; fi
}

# Sums what counted, and counts a failure of the runner itself (no report, or a failure outside any test) as one.
settle() {
  if [ "$3" = failed ] && [ "$2" -eq 0 ]; then
    echo "$1 1"
  elif [ "$3" = passed ] && [ "$1" -eq 0 ]; then
    echo "0 1"
  else
    echo "$1 $2"
  fi
}

count_vitest() {
  passed=0
  failed=0
  for report in "$1"/*.json; do
    [ -f "$report" ] || continue
    passed=$((passed + $(json_number numPassedTests "$report")))
    failed=$((failed + $(json_number numFailedTests "$report")))
  done
  settle "$passed" "$failed" "$2"
}

json_number() {
  value=$(tr ',{' '\n\n' <"$2" | sed -n "s/^ *\"$1\": *\([0-9]*\).*/\1/p" | head -n 1)
  echo "${value:-0}"
}

count_surefire() {
  # shellcheck disable=SC2046 # two numbers
  settle $(cat "$HOME_FOLDER"/${MODULE:-*}/target/surefire-reports/TEST-*.xml 2>/dev/null | awk '
    function number(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
    /<testsuite / { heading = 1 }
    heading {
      tests += number("tests"); bad += number("errors") + number("failures"); skipped += number("skipped")
      if (/>/) heading = 0
    }
    END { print tests - bad - skipped, bad + 0 }') "$2"
}

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
  suite planted count_planted test_planted
  if [ -n "$LONG" ]; then
    test_injuries
    suite browser count_vitest test_browser
  else
    prepare_both
    beside test_injuries
    suite browser count_vitest test_browser
    await_beside
  fi
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

# These judge what is left when all is calm again, however long that takes; the browser's tests leave them a core.
test_injuries() {
  suite injuries count_faults test_faults F5,F7,F9,F15
}

# Made before, not by both at once. What fails here fails again in the suite that needs it.
prepare_both() {
  if is_wanted injuries; then (build_server && build_archive && build_bench) || true; fi
  if is_wanted browser; then (build_archive) || true; fi
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

print_summary() {
  printf '\nSuite              passed failed  seconds\n'
  total_passed=0
  total_failed=0
  while IFS='|' read -r name outcome counts seconds; do
    passed=${counts% *}
    failed=${counts#* }
    total_passed=$((total_passed + passed))
    total_failed=$((total_failed + failed))
    if [ "$outcome" = failed ] && [ "$failed" -eq 0 ]; then total_failed=$((total_failed + 1)); fi
    printf '%-18s %6s %6s %8s\n' "$name" "$passed" "$failed" "$seconds"
  done <"$RESULTS"
  printf '%s s in all; logs in target/chask/logs\n' "$(($(date +%s) - all_began))"
  if [ $((total_passed + total_failed)) -eq 0 ]; then
    fail "There is no suite called $WANTED."
  fi
  printf '%s passed, %s failed\n' "$total_passed" "$total_failed"
  [ "$total_failed" -eq 0 ]
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
