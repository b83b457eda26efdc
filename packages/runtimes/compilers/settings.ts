/** A way in which a consumer may have set up the compiler. */
export interface Settings {
  readonly name: string;
  readonly compilerOptions: object;
}

const RESOLUTIONS = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
};

const PLATFORMS = {
  node: { lib: ["es2023"], types: ["node"] },
  dom: { lib: ["es2023", "dom"], types: [] },
};

/** Every module resolution with every platform, as strict as compilers get. */
export const settings: readonly Settings[] = Object.entries(RESOLUTIONS).flatMap(([resolution, modules]) =>
  Object.entries(PLATFORMS).map(([platform, globals]) => ({
    name: `${resolution} ${platform}`,
    compilerOptions: {
      ...modules,
      ...globals,
      target: "es2022",
      resolveJsonModule: true,
      allowJs: true,
      checkJs: true,
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      // Every declaration of ours and of what they import; TypeScript's own alone are taken as they are.
      skipLibCheck: false,
      skipDefaultLibCheck: true,
    },
  })),
);
