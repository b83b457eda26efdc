/** The names of the product: `spec/product.json`. */
export interface ProductNames {
  /** In sentences: `Serviceform`. */
  readonly title: string;
  /** Of the packages on npm: `@serviceform`. */
  readonly scope: string;
  /** The start of classes and types: `Serviceform` in `ServiceformError`. */
  readonly className: string;
  /** The command line, files, and the variable in samples: `serviceform`. */
  readonly command: string;
  /** The start of environment variables: `SERVICEFORM` in `SERVICEFORM_API_KEY`. */
  readonly environment: string;
  /** Where the sources are, on GitHub. */
  readonly repository: string;
  /** The default key of the sandbox. It is part of no path and no word, since it is redacted from error messages. */
  readonly sandboxKey: string;
}

/** ECMAScript, 12.7.2 and 13.1.1: the words that no variable of a module can be called. */
const RESERVED = [
  "arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false",
  "finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public",
  "return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield",
].join("|");

const FORMS: { readonly [Name in keyof ProductNames]: readonly [form: RegExp, rule: string] } = {
  // It gets into strings of code, JSON, YAML and HTML.
  title: [/^[\p{L}\p{N}]+([ .-]+[\p{L}\p{N}]+)*$/u, "be letters and digits, with spaces, dots or hyphens between them"],
  scope: [/^@[a-z0-9][a-z0-9-]*$/, "be a scope of npm, such as @acme"],
  className: [/^[A-Z][A-Za-z0-9]*$/, "be in PascalCase"],
  command: [
    new RegExp(`^(?!(${RESERVED})$)[a-z][a-z0-9]*$`),
    "be lowercase letters and digits, and no reserved word, since variables are called so",
  ],
  environment: [/^[A-Z][A-Z0-9_]*$/, "be capital letters, digits and underscores"],
  repository: [/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/, "be the URL of a repository on GitHub"],
  sandboxKey: [/^[A-Za-z0-9_]{8,}$/, "be 8 or more letters, digits and underscores"],
};

/** Parses the names from JSON. Throws an `Error` with every problem. */
export function readProductNames(text: string): ProductNames {
  const names: unknown = JSON.parse(text);
  if (typeof names !== "object" || names === null || Array.isArray(names))
    throw new Error("The names must be an object");
  const unknown = Object.keys(names).filter((name) => !(name in FORMS));
  const problems = unknown.map((name) => `unknown name ${JSON.stringify(name)}`);
  for (const [name, [form, rule]] of Object.entries(FORMS)) {
    const value: unknown = Reflect.get(names, name);
    if (value === undefined) problems.push(`${name} is required`);
    else if (typeof value !== "string" || !form.test(value)) problems.push(`${name} must ${rule}`);
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return names as ProductNames; // Every property was checked.
}
