import { jsdoc } from "./jsdoc.ts";
import { inputName, type Operation, outputType, requiredKeys } from "./operation.ts";

/** Method signatures written out, so that neither editor nor compiler has a conditional type to resolve. */
export function renderMethods(operations: readonly Operation[]): string {
  return [
    renderImports(operations),
    "/** The input of an operation that takes none: an object without keys. */\nexport type NoInput = { [key: string]: never };\n",
    ...operations.filter(hasInput).map(renderInput),
    renderMap(operations),
    "/** The name of an operation of the contract. */\nexport type OperationId = keyof OperationMap;\n",
    renderInterface(
      operations,
      "Methods<Options>",
      "One method per operation.",
      (operation) => `Promise<${outputType(operation)}>`,
    ),
    renderInterface(
      operations,
      "SafeMethods<Options, Results extends { readonly [Id in OperationId]: unknown }>",
      "The same methods, each answering with the result type that `Results` names for it.",
      ({ id }) => `Promise<Results["${id}"]>`,
    ),
    renderInterface(
      operations.filter(({ output }) => output.answers === "array"),
      "StreamMethods<Options>",
      "One method per operation that answers an array: its elements, one at a time.",
      ({ output }) => `AsyncIterable<${"schema" in output ? output.schema : "never"}>`,
    ),
  ].join("\n");
}

function renderImports(operations: readonly Operation[]): string {
  const names = new Set<string>();
  for (const { output, body, errors } of operations) {
    if ("schema" in output) names.add(output.schema);
    if (body !== undefined) names.add(body.name);
    for (const { schema } of errors) if (schema !== undefined) names.add(schema);
  }
  return names.size === 0 ? "" : `import type { ${[...names].sort().join(", ")} } from "./schemas.js";\n`;
}

function hasInput({ parameters, body }: Operation): boolean {
  return parameters.length > 0 || body !== undefined;
}

function renderInput(operation: Operation): string {
  const { id, body, parameters } = operation;
  const heritage = body === undefined ? "" : ` extends ${body.name}`;
  const members = parameters.map(
    ({ name, required, type, description }) =>
      `${jsdoc([description], "  ")}  ${key(name)}${required ? "" : "?"}: ${type};\n`,
  );
  return `${jsdoc([`What \`${id}\` takes.`])}export interface ${inputName(operation)}${heritage} {\n${members.join("")}}\n`;
}

function renderMap(operations: readonly Operation[]): string {
  const entries = operations.map((operation) => {
    const input = hasInput(operation) ? inputName(operation) : "NoInput";
    const errors = operation.errors.map(({ status, schema }) => `${status}: ${schema ?? "unknown"}`);
    return `  ${operation.id}: { input: ${input}; output: ${outputType(operation)}; errors: { ${errors.join("; ")} } };\n`;
  });
  return `/** What each operation takes, what it answers, and the bodies of its documented errors by status. */\nexport interface OperationMap {\n${entries.join("")}}\n`;
}

function renderInterface(
  operations: readonly Operation[],
  head: string,
  doc: string,
  output: (operation: Operation) => string,
): string {
  const members = operations.map((operation) => {
    const input = hasInput(operation) ? inputName(operation) : "NoInput";
    const optional = requiredKeys(operation).length === 0 ? "?" : "";
    return `${methodDoc(operation)}  ${operation.id}(input${optional}: ${input}, options?: Options): ${output(operation)};\n`;
  });
  return `/** ${doc} */\nexport interface ${head} {\n${members.join("\n")}}\n`;
}

function methodDoc({ summary, description, parameters, body, errors }: Operation): string {
  const keys = parameters.map(({ name, description: text }) => `@param input.${name} ${firstSentence(text)}`);
  const bodyKeys = body?.keys.map((name) => `@param input.${name} See {@link ${body.name}.${name}}.`) ?? [];
  const failures = errors.map(
    ({ status, description: text }) => `@throws \`ApiError\` ${status}: ${firstSentence(text)}`,
  );
  return jsdoc([summary, description, [...keys, ...bodyKeys, ...failures].join("\n")], "  ");
}

function firstSentence(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, " ")
      .trim()
      .split(/(?<=\.) /)[0] ?? ""
  );
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
