# shellcheck shell=bash
# Building the jar and the layout that starts fast. Sourced after lib.sh.

jar=server/target/eyestalk.jar
built=server/target/eyestalk.built   # as old as the sources the jar was built from
app_dir=server/target/app            # the jar unpacked: the AOT cache needs plain jars on the class path
aot_cache=$app_dir/eyestalk.aot

# The flags the product ships. A gigabyte of heap is plenty, since media never passes through here; the image follows its
# container's limit instead.
heap=-Xmx1g
java_flags() {
  echo "-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=4 $heap -Xlog:aot*=off:stderr --enable-native-access=ALL-UNNAMED"
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
  if [ -f "$aot_cache" ] && [ "$aot_cache" -nt "$built" ] && [ "$(cat "$app_dir/jdk" 2>/dev/null)" = "$JAVA_HOME" ]; then
    return 0
  fi
  say "Preparing a fast start …"
  rm -rf "$app_dir"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$app_dir" >/dev/null
  tools/train-aot "$app_dir" "$aot_cache" "$(java_flags)"
  printf '%s' "$JAVA_HOME" >"$app_dir/jdk"
}
