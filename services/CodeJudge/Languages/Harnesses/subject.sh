# Answers calls of the submission's functions: a line of words in base64 is answered by an exit code and what was printed.
exec {judge_in}<&4 {judge_out}>&5
source ./program.sh >/dev/null </dev/null
while IFS= read -r judge_line <&"$judge_in"; do
  judge_words=()
  for judge_word in $judge_line; do
    # A command substitution takes newlines off the end: the point keeps them.
    judge_word=$(base64 -d <<<"${judge_word#-}" && printf .)
    judge_words+=("${judge_word%.}")
  done
  # A function that exits ends what asked, not what answers.
  ("${judge_words[@]}") </dev/null 2>/dev/null >judge_printed
  judge_code=$?
  printf '%s %s\n' "$judge_code" "$(base64 -w0 <judge_printed)" >&"$judge_out"
done
exit 0
