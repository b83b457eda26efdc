/** A bundled OpenAPI document, valid or not. */
export type OpenApi = Readonly<Record<string, unknown>>;

interface Generation {
  readonly render: (document: OpenApi) => Promise<Map<string, string>>;
}

// Imported by URL, since the sources of scripts/ are compiled with settings of their own.
const { render } = (await import(new URL("../../scripts/generate/generate.ts", import.meta.url).href)) as Generation;

/** Generates files from a bundled document, name to content. Throws `SpecError`. */
export const renderFiles: Generation["render"] = render;
