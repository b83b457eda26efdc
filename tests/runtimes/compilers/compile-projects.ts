import { createRequire } from "node:module";
import { dirname } from "node:path";

/** The used part of the compiler's API, which is the same in 5.4 to 6.0. */
type Typescript = typeof import("typescript-5.9");

// A process of its own, since compilers are large: it compiles every project, so that the compiler is loaded once.
// Its arguments are the folder of a compiler and the projects; it prints the output for each as JSON.
const [folder = "", ...projects] = process.argv.slice(2);
const ts = createRequire(import.meta.url)(folder) as Typescript;
/** Declarations of other packages, with the globals with which they were checked. */
const checked = new Set<string>();
const parsed = new Map<string, import("typescript-5.9").SourceFile>();
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
  const program = ts.createProgram({
    ...{ rootNames: fileNames, options, configFileParsingDiagnostics: errors },
    host: shareFiles(options),
  });
  const { diagnostics } = program.emit();
  const globals = JSON.stringify([options.lib, options.types, options.skipLibCheck]);
  const files = program.getSourceFiles().filter(({ fileName }) => isToCheck(fileName, globals));
  const found = files.flatMap((file) => ts.getPreEmitDiagnostics(program, file));
  const all = ts.sortAndDeduplicateDiagnostics([...program.getOptionsDiagnostics(), ...found, ...diagnostics]);
  return ts.formatDiagnostics(all, host).trim();
}

/**
 * To check the declarations of Node.js takes a quarter of the time, and proves nothing about the packages. Those of other
 * packages depend on the globals of a project, but not on how it finds modules: once for the same globals is enough.
 */
function isToCheck(file: string, globals: string): boolean {
  if (file.startsWith(dirname(folder))) return false;
  const isOfOthers = file.includes("/node_modules/") && !file.includes("/node_modules/@serviceform/");
  const known = checked.size;
  return !isOfOthers || checked.add(`${globals} ${file}`).size > known;
}

/** A host of the compiler that parses a file once for all projects that read it the same way. */
function shareFiles(options: import("typescript-5.9").CompilerOptions): import("typescript-5.9").CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getSourceFile(name, given, ...others) {
      const { languageVersion, impliedNodeFormat } = typeof given === "object" ? given : { languageVersion: given };
      // Nothing that is installed beside the compiler depends on the settings.
      const form = name.startsWith(dirname(folder)) ? "" : `${languageVersion} ${impliedNodeFormat}`;
      const file = parsed.get(`${name} ${form}`) ?? host.getSourceFile(name, given, ...others);
      if (file) parsed.set(`${name} ${form}`, file);
      return file;
    },
  };
}
