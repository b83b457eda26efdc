import { dirname } from "node:path";
import ts from "typescript";
import { preamble } from "./consumer.ts";
import type { TypeAssertion } from "./type-assertion.ts";

/** A caller's program and the generated types that it is compiled against. */
export interface Project {
  readonly files: ReadonlyMap<string, string>;
  readonly named: boolean;
  readonly assertions: readonly TypeAssertion[];
}

export interface FailedAssertion extends TypeAssertion {
  readonly message: string;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noEmit: true,
  types: [],
  skipDefaultLibCheck: true,
};

/**
 * The assertions of each project that do not compile. They are one program, so that the library and the types that
 * several projects share are parsed once.
 */
export function findFailedAssertions(projects: readonly Project[]): FailedAssertion[][] {
  const sources = new Map<string, string>();
  const folders = new Map([...new Set(projects.map(({ files }) => files))].map((files, index) => [files, `/${index}`]));
  for (const [files, folder] of folders) for (const [name, text] of files) sources.set(`${folder}/${name}`, text);
  const callers = projects.map(({ files, named, assertions }, index) => {
    const name = `${folders.get(files)}/caller-${index}.ts`;
    const starts: number[] = [];
    let text = preamble(named);
    for (const [number, { code }] of assertions.entries()) {
      starts.push(text.length);
      text += statement(code, number);
    }
    sources.set(name, text);
    return { name, starts };
  });
  const program = ts.createProgram(
    callers.map(({ name }) => name),
    OPTIONS,
    createHost(sources),
  );
  return projects.map(({ assertions }, index) => {
    const { name = "", starts = [] } = callers[index] ?? {};
    const file = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    const messages = new Map<number, string>();
    for (const { start = 0, messageText } of found) {
      const number = starts.findLastIndex((begin) => begin <= start);
      if (!messages.has(number)) messages.set(number, shorten(ts.flattenDiagnosticMessageText(messageText, "\n")));
    }
    return [...messages].flatMap(([number, message]) => {
      const assertion = assertions[number];
      return assertion === undefined ? [] : [{ ...assertion, message }];
    });
  });
}

/** The last line is the most precise one; the types at its end can be pages long. */
function shorten(message: string): string {
  const last = message.split("\n").at(-1)?.trim() ?? "";
  return last.replace(/ (in|on) type '.*$/, ".");
}

function statement(code: string, number: number): string {
  return /^(import|type) /.test(code) ? `${code}\n` : `export const assertion${number} = ${code};\n`;
}

function createHost(sources: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  const folders = new Set([...sources.keys()].map((name) => dirname(name)));
  return {
    ...host,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    getCurrentDirectory: () => "/",
    fileExists: (name) => sources.has(name) || host.fileExists(name),
    directoryExists: (name) => folders.has(name) || host.directoryExists?.(name) === true,
    readFile: (name) => sources.get(name) ?? host.readFile(name),
    getSourceFile: (name, options) => {
      const text = sources.get(name) ?? host.readFile(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, options);
    },
  };
}
