# How ./chask test runs a suite, counts its tests and sums up. Sourced by test.sh.
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
