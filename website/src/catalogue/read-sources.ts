import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Refusal {
  /** The name of what is refused, with `…` for a part that is known at run time only. */
  readonly refused: string;
  readonly why: string;
}

export interface Message {
  /** The class that is thrown. */
  readonly name: string;
  readonly says: string;
}

export interface Sources {
  readonly refusals: readonly Refusal[];
  readonly messages: readonly Message[];
  /** What was wrong with a connection or a body: the rest of the message of its error. */
  readonly problems: readonly string[];
  /** How often something is refused: as many refusals have to be read. */
  readonly calls: number;
}

/** Reads from the client's sources what it refuses and what its errors say. */
export function readSources(folder: string): Sources {
  const files = globSync("**/*.ts", { cwd: folder }).filter((file) => !file.endsWith(".test.ts"));
  const text = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  const refusals = [...text.matchAll(/\brefuse\(\s*([^,()]+),\s*("[^"]*"|`[^`]*`)/g)];
  const messages = [...text.matchAll(/\bnew (\w+Error)\(\s*(`[^`]*`)/g)];
  const problems = [
    ...text.matchAll(/(["`])((?:an? (?:empty )?(?:body|element)|element \$|fetch re|no usable)[^"`]*)\1/g),
  ];
  return {
    problems: problems.map(([literal]) => show(literal)),
    refusals: refusals.map(([, refused = "", why = ""]) => ({ refused: show(refused), why: show(why) })),
    messages: messages.map(([, name = "", says = ""]) => ({ name, says: show(says) })),
    calls: text.match(/(?<!function )\brefuse\(/g)?.length ?? 0,
  };
}

/** What a reader sees of an expression: its text, with `…` for what varies. */
function show(expression: string): string {
  const text = /^(["`])(.*)\1$/s.exec(expression.trim())?.[2];
  return text === undefined ? "…" : text.replaceAll(/(\$\{[^}]*\})+/g, "…");
}
