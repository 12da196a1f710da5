import { Output } from './output.ts'

/** A shell that has a script. */
export type Shell = 'bash' | 'zsh' | 'fish'

/**
 * The scripts ask `ganglion complete -- words...`, the last word being the one that is typed. Every answer is a line
 * `candidate<TAB>description`; the line `:files` adds the names of files. Errors never reach the prompt.
 */
const scripts: Readonly<Record<Shell, string>> = {
  // Bash breaks words at = and :, which settings contain, and replaces only what follows the last of them.
  bash: `# bash completion of ganglion
_ganglion() {
  local IFS=$'\\n' words=() word glue='' k current kept line files=''
  for ((k = 1; k <= COMP_CWORD; k++)); do
    word=\${COMP_WORDS[k]}
    if [[ \${#words[@]} -gt 0 && -n $word && ( $glue == 1 || $word == [=:] ) ]]; then
      words[\${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
    if [[ $word == [=:] ]]; then glue=1; else glue=''; fi
  done
  current=\${words[\${#words[@]} - 1]}
  kept=''
  if [[ $current == [\\'\\"]* ]]; then
    current=\${current:1}
  elif [[ $current == *[=:]* ]]; then
    kept=\${current%"\${current##*[=:]}"}
  fi
  COMPREPLY=()
  while read -r line; do
    line=\${line%%$'\\t'*}
    if [[ $line == :files ]]; then files=1; else COMPREPLY+=("\${line#"$kept"}"); fi
  done < <("\${COMP_WORDS[0]}" complete -- "\${words[@]}" 2>/dev/null)
  if [[ -n $files ]]; then
    COMPREPLY+=($(compgen -f -- "\${current#"$kept"}"))
    compopt -o filenames 2>/dev/null
  fi
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *[=./] ]]; then compopt -o nospace 2>/dev/null; fi
  return 0
}
complete -F _ganglion ganglion`,
  zsh: `#compdef ganglion
# zsh completion of ganglion
_ganglion() {
  local -a plain open
  local line candidate told files=''
  while IFS= read -r line; do
    if [[ $line == :files ]]; then files=1; continue; fi
    candidate=\${line%%$'\\t'*}
    told=''
    if [[ $line == *$'\\t'* ]]; then told=":\${line#*$'\\t'}"; fi
    if [[ $candidate == *[=./] ]]; then
      open+=("\${candidate//:/\\\\:}$told")
    else
      plain+=("\${candidate//:/\\\\:}$told")
    fi
  done < <("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#plain} )) && _describe ganglion plain
  (( \${#open} )) && _describe ganglion open -S ''
  [[ -n $files ]] && _files
  return 0
}
if [[ \${funcstack[1]} == _ganglion ]]; then _ganglion "$@"; else compdef _ganglion ganglion; fi`,
  fish: `# fish completion of ganglion
function __ganglion_complete
    set -l words (commandline -opc)
    set -l command $words[1]
    set -e words[1]
    # Quoted: an empty word would be no word.
    set -l current (commandline -ct)
    for line in ($command complete -- $words "$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c ganglion -f -a '(__ganglion_complete)'`,
}

/** Prints the script of a shell. */
export async function printScript(shell: Shell): Promise<number> {
  const output = new Output()
  await output.line(scripts[shell])
  await output.flush()
  return 0
}
