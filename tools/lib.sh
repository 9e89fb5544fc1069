# shellcheck shell=bash
# What ./run, ./test and ./check share. Sourced, never run; expects `cd` into the repository first.

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# The feature version of the JDK at $1, or nothing when there is none.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 0
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

# Sets JAVA_HOME to a JDK of at least 25: the given one, then the one on the PATH, then the usual places.
find_jdk() {
  local candidate path_jdk version
  path_jdk=$(command -v javac || true)
  [ -n "$path_jdk" ] && path_jdk=$(dirname "$(dirname "$(readlink -f "$path_jdk")")")
  for candidate in "${JAVA_HOME:-}" "$path_jdk" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    version=$(jdk_version "$candidate")
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  die "EyesTalk needs a JDK 25 or newer and found none: install one and set JAVA_HOME to its folder."
}

# The home folder of whoever runs this, as the server knows it: Java asks the system, not $HOME, and under sudo they differ.
java_home_folder() {
  "$JAVA_HOME/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *user\.home = //p'
}

need_node() {
  command -v node >/dev/null || die "EyesTalk's web page is built with Node.js 20.19 or newer: install nodejs and npm."
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
    die "EyesTalk's web page is built with Node.js 20.19 or newer; this is $(node --version)."
}

need_maven() { command -v mvn >/dev/null || apt_install maven; }

# Installs those of the named Debian packages that are missing, or says in one sentence what to install.
apt_install() {
  local package missing="" sudo="" policy=""
  command -v dpkg-query >/dev/null || die "This is no Debian: please install what its packages $* hold."
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || die "Missing Debian packages, and no right to install them: run 'apt-get install$missing' as root."
    sudo="sudo -n"
  fi
  say "Installing Debian packages:$missing"
  $sudo apt-get update -q >/dev/null
  # Packages of servers start them: nothing of that here, tests start their own.
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    printf '#!/bin/sh\nexit 101\n' | $sudo install -m 755 /dev/stdin /usr/sbin/policy-rc.d
    policy=ours
  fi
  # shellcheck disable=SC2086 # a list of names
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null
  [ -z "$policy" ] || $sudo rm -f /usr/sbin/policy-rc.d
}

# npm packages exactly as locked, only when the lock changed.
npm_ready() {
  if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    say "Fetching npm packages …"
    npm ci --no-fund --no-audit --loglevel=error >&2
    touch node_modules/.package-lock.json
  fi
}
