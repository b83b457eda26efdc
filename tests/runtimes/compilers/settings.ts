/** A configuration of the compiler in a consumer. */
export interface Settings {
  readonly name: string;
  /** The compiled files in the consumer's folder. */
  readonly files: readonly string[];
  readonly compilerOptions: object;
  /** The first version of TypeScript that has it, if not the oldest, and the first that no longer has it. */
  readonly since?: number;
  readonly until?: number;
}

const MODULES = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
};

const PLATFORMS = {
  node: { lib: ["es2023"], types: ["node"] },
  dom: { lib: ["es2023", "dom"], types: [] },
};

/** The strictest options. */
const STRICT = {
  target: "es2022",
  resolveJsonModule: true,
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  // All declarations are checked except those of TypeScript itself and, before 7, of Node.js; before 7, those of other
  // packages once for the same globals.
  skipLibCheck: false,
  skipDefaultLibCheck: true,
};

const modules: readonly Settings[] = Object.entries(MODULES).flatMap(([resolution, options]) =>
  Object.entries(PLATFORMS).map(([platform, globals]) => ({
    name: `${resolution} ${platform}`,
    files: ["every-entry.ts", "every-entry.js"],
    compilerOptions: { ...STRICT, ...options, ...globals, allowJs: true, checkJs: true, verbatimModuleSyntax: true },
  })),
);

const commonjs: readonly Settings[] = [
  { name: "commonjs node10", module: "commonjs", moduleResolution: "node10", until: 6 },
  { name: "commonjs node16", module: "node16", moduleResolution: "node16" },
  { name: "commonjs node18", module: "node18", moduleResolution: "node16", since: 5.8 },
].map(({ name, since, until, ...options }) => ({
  name,
  files: ["every-entry.cts"],
  compilerOptions: { ...STRICT, ...PLATFORMS.node, ...options },
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
}));

/** The oldest language whose declarations have `AsyncIterable`. Those of Node.js need a newer one. */
const oldest: Settings = {
  name: "es2018 dom",
  files: ["every-entry.cts"],
  compilerOptions: {
    ...{ ...STRICT, module: "node16", moduleResolution: "node16" },
    ...{ target: "es2018", lib: ["es2018", "dom"], types: [] },
  },
};

const ISOLATED = ["openapi-fetch", "methods", "validate", "sandbox", "server", "contract", "describe"];

/** Under pnpm; each entry separately, since the other imports of a program can make a type nameable. */
const declarations: readonly Settings[] = ISOLATED.map((name) => ({
  name: "declarations",
  files: [`declarations/${name}.ts`],
  compilerOptions: {
    ...{ ...STRICT, ...MODULES.nodenext, ...PLATFORMS.node },
    ...{ noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: "declared" },
    // The other settings check the declarations of the packages.
    skipLibCheck: true,
  },
}));

/** The types of the DOM and of Node.js, which the other implementations need. */
const FETCHES = { node: PLATFORMS.node, dom: { ...PLATFORMS.dom, types: ["node"] } };

const fetches: readonly Settings[] = Object.entries(FETCHES).map(([platform, globals]) => ({
  name: `fetch ${platform}`,
  files: ["fetches.ts"],
  // The declarations of other packages are not checked.
  compilerOptions: { ...STRICT, ...MODULES.nodenext, ...globals, skipLibCheck: true },
}));

/**
 * Every module resolution with every platform, CommonJS, the oldest language, `declaration: true`, and implementations
 * of `fetch`.
 */
export const settings: readonly Settings[] = [...modules, ...commonjs, oldest, ...declarations, ...fetches];
