import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A message of the client, with `…` for the variable parts. */
export interface Message {
  /** The section of the page: the name of the class in lower case, or the code. */
  readonly section: string;
  readonly text: string;
}

/** Reads the messages of errors from the sources of the client. */
export function readSources(folder: string): Message[] {
  // The second file puts messages together, of parts that are in the others.
  const files = globSync("**/*.ts", { cwd: folder, exclude: ["**/*.test.ts", "errors/invalid-input.ts"] });
  return files.flatMap((file) => {
    const source = readFileSync(join(folder, file), "utf8");
    return [...readInvalidInputs(source), ...readRules(source), ...readErrors(source), ...readProblems(source)];
  });
}

const LITERAL = /"[^"]*"|`[^`]*`/.source;
/** The placeholder in a function that validates options as well as parts of a request. */
const KIND = /\$\{kind\}/;
const KINDS = ["option", "input"];

function readInvalidInputs(source: string): Message[] {
  const pattern = new RegExp(
    `new InvalidInput\\(\\s*(${LITERAL}),\\s*([^,]+|${LITERAL}),\\s*(${LITERAL}|message)`,
    "g",
  );
  return [...source.matchAll(pattern)].flatMap(({ 1: code = "", 3: argument = "", index }) => {
    const message = argument === "message" ? lastMessage(source.slice(0, index)) : argument;
    const kinds = KIND.test(code) ? KINDS : [""];
    return kinds.map((kind) => ({ section: show(code, kind), text: show(message, kind) }));
  });
}

/** The messages of `invalidInput`: the name of an input, and the rule that it breaks. */
function readRules(source: string): Message[] {
  const pattern = new RegExp(`invalidInput\\(\\s*(${LITERAL}|\\w+),\\s*(${LITERAL})`, "g");
  return [...source.matchAll(pattern)].map(([, param = "", rule = ""]) => {
    const name = /^\w/.test(param) ? "…" : show(param);
    return { section: "invalid_input", text: `${name} ${show(rule)}` };
  });
}

function lastMessage(source: string): string {
  return [...source.matchAll(new RegExp(`const message =\\s*(${LITERAL})`, "g"))].at(-1)?.[1] ?? "";
}

function readErrors(source: string): Message[] {
  const pattern = new RegExp(`new (Api|Connection|Timeout)Error\\(\\s*(${LITERAL})`, "g");
  return [...source.matchAll(pattern)].map(([, name = "", text = ""]) => {
    return { section: `${name}Error`.toLowerCase(), text: show(text) };
  });
}

/** The reasons of a failed connection or an invalid body; the latter completes a message. */
function readProblems(source: string): Message[] {
  const connection = source.matchAll(/"((?:fetch |connection )[^"]+)"|`(connection failed[^`]+)`/g);
  const body = source.matchAll(/(["`])((?:the (?:body|link|next page|page) |an element|element \$)[^"`]*)\1/g);
  return [
    ...[...connection].map(([literal]) => ({ section: "connectionerror", text: show(literal) })),
    ...[...body].map(([literal]) => ({ section: "responseerror", text: show(literal) })),
  ];
}

/** A literal as readers see it: its text, with `…` for the variable parts. */
function show(literal: string, kind = ""): string {
  const text = literal.slice(1, -1).replace(KIND, kind);
  return text.replaceAll(/\$\{[^}]*\}/g, "…").replaceAll(/…+/g, "…");
}
