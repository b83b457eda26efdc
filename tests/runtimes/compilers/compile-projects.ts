import { createRequire } from "node:module";
import { dirname } from "node:path";

/** The used part of the compiler's API, which is the same in 5.4 to 6.0. */
type Typescript = typeof import("typescript-5.9");

// A process of its own, since compilers are large: it compiles every project, so that the compiler is loaded once.
// Its arguments are the folder of a compiler and the projects; it prints the output for each as JSON.
const [folder = "", ...projects] = process.argv.slice(2);
const ts = createRequire(import.meta.url)(folder) as Typescript;
/** Parses a file once for all projects whose options read it the same way. */
const registry = ts.createDocumentRegistry();
console.log(JSON.stringify(projects.map(compile)));

/** The output of `tsc -p`, but for what is installed beside the compiler: empty without errors. */
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
  // To check the declarations of Node.js takes a quarter of the time, and proves nothing about the packages.
  const files = program.getSourceFiles().filter(({ fileName }) => !fileName.startsWith(dirname(folder)));
  const found = files.flatMap((file) => ts.getPreEmitDiagnostics(program, file));
  const all = ts.sortAndDeduplicateDiagnostics([...program.getOptionsDiagnostics(), ...found, ...diagnostics]);
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
