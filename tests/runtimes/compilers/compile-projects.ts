import { createRequire } from "node:module";

/** The used part of the compiler's API, which is the same in 5.4 to 6.0. */
type Typescript = typeof import("typescript-5.9");

// A process of its own, since compilers are large: it compiles every project, so that the compiler is loaded once.
// Its arguments are the folder of a compiler and the projects; it prints the output for each as JSON.
const [folder = "", ...projects] = process.argv.slice(2);
const ts = createRequire(import.meta.url)(folder) as Typescript;
/** Parses a file once for all projects whose options read it the same way. */
const registry = ts.createDocumentRegistry();
console.log(JSON.stringify(projects.map(compile)));

/** The output of `tsc -p`: empty without errors. */
function compile(project: string): string {
  const host: import("typescript-5.9").FormatDiagnosticsHost = {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getNewLine: () => "\n",
  };
  const { config, error } = ts.readConfigFile(project, ts.sys.readFile);
  if (error) return ts.formatDiagnostic(error, host);
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, ts.sys.getCurrentDirectory());
  const compilerHost = shareFiles(options);
  const program = ts.createProgram({
    ...{ rootNames: fileNames, options, configFileParsingDiagnostics: errors },
    host: compilerHost,
  });
  const { diagnostics } = program.emit();
  const all = ts.sortAndDeduplicateDiagnostics([...ts.getPreEmitDiagnostics(program), ...diagnostics]);
  return ts.formatDiagnostics(all, host).trim();
}

/** A host of the compiler that takes its files from the registry, as an editor's does for its projects. */
function shareFiles(options: import("typescript-5.9").CompilerOptions): import("typescript-5.9").CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getSourceFile(name, languageVersion) {
      const text = host.readFile(name);
      if (text === undefined) return undefined;
      const snapshot = ts.ScriptSnapshot.fromString(text);
      return registry.acquireDocument(name, options, snapshot, "1", undefined, languageVersion);
    },
  };
}
