# Finds what a build needs, or says what to install. Sourced by ./chask.

NEEDED_JAVA=25

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# how_to_install NAME DEBIAN MACOS FEDORA
how_to_install() {
  fail "$1" \
    "  Debian, Ubuntu:  $2" \
    "  macOS:           $3" \
    "  Fedora:          $4" \
    "Then run this command again."
}

# The feature release of the JDK in folder $1 by its `release` file, empty if there is none.
jdk_release() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

is_new_enough() {
  release=$(jdk_release "$1")
  [ -n "$release" ] && [ "$release" -ge "$NEEDED_JAVA" ]
}

# The folder of the JDK whose `javac` stands on PATH, following links.
jdk_on_path() {
  program=$(command -v javac) || return 0
  while [ -L "$program" ]; do
    target=$(readlink "$program")
    case $target in
      /*) program=$target ;;
      *) program=$(dirname "$program")/$target ;;
    esac
  done
  (cd "$(dirname "$program")/.." && pwd)
}

usual_jdk_folders() {
  for folder in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -d "$folder" ] && printf '%s\n' "$folder"
  done
  return 0
}

# Sets and exports JAVA_HOME: the caller's, else the one on PATH, else the first of the usual folders that is new enough.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_new_enough "$JAVA_HOME"; then
    export JAVA_HOME
    return
  fi
  for folder in $(jdk_on_path) $(usual_jdk_folders); do
    if is_new_enough "$folder"; then
      JAVA_HOME=$folder
      export JAVA_HOME
      return
    fi
  done
  how_to_install "Chask needs a JDK of release $NEEDED_JAVA or newer, and found none in JAVA_HOME, on PATH or in the usual folders." \
    "apt install openjdk-25-jdk-headless   (older releases: the package temurin-25-jdk of the Adoptium repository)" \
    "brew install openjdk@25" \
    "dnf install java-25-openjdk-devel"
}

find_maven() {
  if command -v mvn >/dev/null 2>&1; then
    version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
    # shellcheck disable=SC2086 # two words
    set -- $version
    if [ "${1:-0}" -gt 3 ] || { [ "${1:-0}" -eq 3 ] && [ "${2:-0}" -ge 8 ]; }; then
      return
    fi
  fi
  how_to_install "Building Chask needs Maven 3.8 or newer (mvn)." \
    "apt install maven" "brew install maven" "dnf install maven"
}

find_npm() {
  command -v npm >/dev/null 2>&1 && return
  how_to_install "Building Chask needs npm (it brings its own Node $(needed_node))." \
    "apt install npm" "brew install node" "dnf install nodejs-npm"
}

needed_node() {
  sed -n 's/.*"node": "\([0-9]*\)\..*/\1/p' "$HOME_FOLDER/package.json"
}

# Sets and exports CHROMIUM for the browser tests; installs Debian's where it may.
find_chromium() {
  if [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; then
    export CHROMIUM
    return
  fi
  if ! look_for_chromium && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Debian's chromium for the browser tests"
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    { apt-get update -q && apt-get install -q -y --no-install-recommends chromium; } >"$LOGS/chromium.log" 2>&1 || true
  fi
  look_for_chromium && return
  how_to_install "The browser tests need Chromium (or CHROMIUM=/path/to/chrome)." \
    "apt install chromium" "brew install --cask chromium" "dnf install chromium"
}

look_for_chromium() {
  for program in chromium chromium-browser google-chrome google-chrome-stable; do
    if CHROMIUM=$(command -v "$program"); then
      export CHROMIUM
      return 0
    fi
  done
  for program in "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -x "$program" ]; then
      CHROMIUM=$program
      export CHROMIUM
      return 0
    fi
  done
  return 1
}
