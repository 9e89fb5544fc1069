# shellcheck shell=bash
# Steps of ./test and ./check: each runs to its end, whatever the others did; the tally comes last.

# begin DIR: results and logs go to DIR, which is made anew.
begin() {
  results=$1
  rm -rf "$results"
  mkdir -p "$results"
  find . -path ./node_modules -prune -o \( -path '*/target/surefire-reports/*.xml' -o -path '*/target/failsafe-reports/*.xml' \) -print0 |
    xargs -0 -r rm -f
  : >"$results/steps"
}

# step NAME COMMAND …: one line while it runs; the end of its log when it fails.
step() {
  local name=$1 start=$SECONDS status=0
  shift
  "$@" >"$results/$name.log" 2>&1 </dev/null || status=$?
  if [ $status = 0 ]; then
    say "  ok      $name ($((SECONDS - start)) s)"
    echo "$name ok" >>"$results/steps"
  else
    say "  FAILED  $name ($((SECONDS - start)) s), end of $results/$name.log:"
    tail -n 60 "$results/$name.log" | sed 's/^/          /' >&2
    echo "$name failed" >>"$results/steps"
  fi
}

# Every script that says it is one for a shell, and the files they source.
lint_shell() {
  git ls-files -z --cached --others --exclude-standard |
    xargs -0 grep -lZsE -m 1 '^(#!/(usr/bin/env |bin/)(ba)?sh|# shellcheck shell=)' | xargs -0 shellcheck -x
}

fast_steps() {
  step shell-lint lint_shell
  step web-format npm run --silent format:check
  step web-lint npm run --silent lint
  step web-styles npm run --silent css
  step web-types npm run --silent types
  step web-dead-code npm run --silent dead
  step web-tests npx vitest run --reporter=default --reporter=json --outputFile.json="$results/vitest.json"
}

# Adds up what every runner reported; the exit code says whether all passed.
finish() {
  node tools/tally.mjs "$results"
}
