# The tests' side: the function under test asks the submission's process; how the tests end is told on descriptor 3.
judge_tests=$$
judge_lost() {
  printf 'T[["gone","the submission%ss process ended before the tests did"]]' "'" >&3
  kill -KILL "$judge_tests"
  exit 1
}
judge_ask() {
  local judge_line='' judge_word judge_code judge_printed
  : >judge_asked
  for judge_word in "$@"; do judge_line+="-$(printf %s "$judge_word" | base64 -w0) "; done
  printf '%s\n' "$judge_line" 2>/dev/null >&5 || judge_lost
  IFS=' ' read -r judge_code judge_printed <&4 || judge_lost
  [[ $judge_code =~ ^[0-9]{1,3}$ && $judge_printed =~ ^[A-Za-z0-9+/=]*$ ]] || judge_lost
  base64 -d <<<"$judge_printed"
  return "$judge_code"
}
judge_end() {
  local judge_code=$?
  if ((judge_code)); then printf 'T[["wrong","the tests ended with exit code %d"]]' "$judge_code" >&3
  elif [[ -e judge_asked ]]; then printf 'T[null]' >&3
  else printf 'Dthe tests do not call the function' >&3
  fi
}
trap '' PIPE
trap judge_end EXIT
