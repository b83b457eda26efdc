import { UsageError } from "../errors/usage-error.js";

/** A command as words, such as `leads list`, and what can follow it, such as its flags with dashes. */
export interface CompletionEntry {
  readonly words: readonly string[];
  readonly following: readonly string[];
}

/** A script that completes nouns, verbs and flags without starting a process. */
export function renderCompletion(shell: string | undefined, commands: readonly CompletionEntry[]): string {
  const [, render] = Object.entries(RENDERERS).find(([name]) => name === shell) ?? [];
  if (!render) throw new UsageError(`unknown shell "${shell}"; expected ${Object.keys(RENDERERS).join(", ")}`);
  return render(toWords(commands));
}

const RENDERERS = { bash: renderBash, zsh: renderZsh, fish: renderFish, pwsh: renderPowerShell };

/** The words that can follow the words of a command so far, such as `leads`. */
type Words = ReadonlyMap<string, readonly string[]>;

function toWords(commands: readonly CompletionEntry[]): Words {
  const next = new Map<string, Set<string>>();
  for (const { words, following } of commands) {
    for (const [index, word] of words.entries()) add(next, words.slice(0, index).join(" "), word);
    for (const word of following) add(next, words.join(" "), word);
  }
  return new Map([...next].map(([command, following]) => [command, [...following]]));
}

function add(next: Map<string, Set<string>>, command: string, word: string): void {
  next.set(command, (next.get(command) ?? new Set()).add(word));
}

function renderZsh(words: Words): string {
  return `#compdef serviceform\nautoload -U +X bashcompinit && bashcompinit\n${renderBash(words)}`;
}

/** zsh uses it too: it has `words` as an array. */
function renderBash(words: Words): string {
  const cases = [...words].map(([command, following]) => `    "${command}") choices="${following.join(" ")}" ;;`);
  return `_serviceform() {
  local current="\${COMP_WORDS[COMP_CWORD]}" given="" choices="" part
  for part in "\${COMP_WORDS[@]:1:$((COMP_CWORD - 1))}"; do
    case "$part" in -*) break ;; esac
    [ "$(echo "$given" | wc -w)" -ge 2 ] && break
    given="\${given:+$given }$part"
  done
  case "$given" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$choices" -- "$current"))
}
complete -o default -F _serviceform serviceform
`;
}

function renderFish(words: Words): string {
  const lines = [...words].flatMap(([command, following]) =>
    following.map((word) => {
      const condition = command === "" ? "__fish_use_subcommand" : `__serviceform_is '${command}'`;
      const what = word.startsWith("--") ? `-l ${word.slice(2)}` : `-f -a ${word}`;
      return `complete -c serviceform -n "${condition}" ${what}`;
    }),
  );
  return `function __serviceform_is
  set -l given (string match -v -- '-*' (commandline -opc))
  set -e given[1]
  set -l wanted (string split ' ' -- $argv[1])
  test (count $given) -ge (count $wanted); or return 1
  test (count $wanted) -gt 1; or test (count $given) -eq 1; or return 1
  test (string join ' ' -- $given[1..(count $wanted)]) = "$argv[1]"
end
${lines.join("\n")}
`;
}

function renderPowerShell(words: Words): string {
  const entries = [...words].map(([command, following]) => `    '${command}' = '${following.join(" ")}'`);
  return `Register-ArgumentCompleter -Native -CommandName serviceform -ScriptBlock {
  param($current, $ast, $position)
  $words = @{
${entries.join("\n")}
  }
  $given = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { "$_" } | Where-Object { $_ -notlike '-*' } | Select-Object -First 2)
  "$($words[($given -join ' ')])" -split ' ' | Where-Object { $_ -and $_ -like "$current*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
