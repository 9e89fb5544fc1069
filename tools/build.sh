# shellcheck shell=bash
# Building the jar and the layout that starts fast. Sourced after lib.sh.

jar=server/target/eyestalk.jar
built=server/target/eyestalk.built   # as old as the sources the jar was built from
app_dir=server/target/app            # the jar unpacked: the AOT cache needs plain jars on the class path
aot_cache=$app_dir/eyestalk.aot

# The flags the product ships. A gigabyte of heap is plenty, since media never passes through here; the image follows its
# container's limit instead.
heap=-Xmx1g
# The second compiler takes over after 50 times the usual number of calls (HotSpot counts 5,000, 600, 15,000 and 40,000):
# with the profiles of the AOT cache it would otherwise work for 2 s on a core just when everybody comes back (ADR 26).
late_c2="-XX:Tier4InvocationThreshold=250000 -XX:Tier4MinInvocationThreshold=30000 -XX:Tier4CompileThreshold=750000 -XX:Tier4BackEdgeThreshold=2000000"
java_flags() {
  echo "-XX:+UseSerialGC -XX:+UseCompactObjectHeaders $late_c2 $heap -Xlog:aot*=off:stderr --enable-native-access=ALL-UNNAMED"
}

is_stale() {
  [ -f "$jar" ] && [ -f "$built" ] || return 0
  [ -n "$(find pom.xml .mvn socketio/pom.xml socketio/src/main server/pom.xml server/src/main web package-lock.json \
    \( -name node_modules -o -name dist -o -name '*.test.ts' -o -name '*.test.tsx' \) -prune -o -type f -newer "$built" -print -quit)" ]
}

build_if_changed() {
  if is_stale; then
    need_node
    need_maven
    mkdir -p server/target
    local stamp
    stamp=$(mktemp)
    npm_ready
    say "Building EyesTalk …"
    mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package >&2
    mv "$stamp" "$built"
  fi
  train_if_changed
}

# Unpacks the jar and trains the AOT cache (JEP 483, 514) by one real start and a few requests.
train_if_changed() {
  local flags made_with
  flags=$(java_flags)
  made_with="$JAVA_HOME $flags"
  if [ -f "$aot_cache" ] && [ "$aot_cache" -nt "$built" ] && [ "$(cat "$app_dir/made-with" 2>/dev/null)" = "$made_with" ]; then
    return 0
  fi
  say "Preparing a fast start …"
  rm -rf "$app_dir"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$app_dir" >/dev/null
  tools/train-aot "$app_dir" "$aot_cache" "$flags"
  printf '%s' "$made_with" >"$app_dir/made-with"
}
