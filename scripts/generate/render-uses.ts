import type { Plan } from "./plan.ts";

/** What the contract uses: a bundler leaves out the code of the client for what it does not use. */
export function renderUses({ operations, apiKeyHeader }: Plan): string {
  const bodies = operations.flatMap(({ body }) => body ?? []);
  const parameters = operations.flatMap((operation) => operation.parameters);
  const uses: Record<string, [isUsed: boolean, doc: string]> = {
    usesWholeBodies: [bodies.some(({ isWhole }) => isWhole), "Bodies that are no objects of named properties."],
    usesOpenBodies: [
      bodies.some(({ isOpen }) => isOpen),
      "Bodies that take properties without a name in the contract.",
    ],
    usesOmittedBodies: [
      bodies.some(({ requiredWithBody }) => requiredWithBody.length > 0),
      "Bodies that may be left out, but have required properties.",
    ],
    usesAnyJson: [
      operations.some(({ output }) => output.kind === "json" || output.mayBeEmpty),
      "Successes that are neither an object nor an array, or whose body may be missing.",
    ],
    usesSeveralSuccesses: [
      operations.some(({ output }) => output.sources.length > 1),
      "Successes of several statuses, each with a body of its own.",
    ],
    usesHeaderParameters: [parameters.some((parameter) => parameter.in === "header"), "Parameters in headers."],
    usesStyles: [
      parameters.some(({ style }) => style !== "plain"),
      "Query parameters that are arrays in one value, or objects.",
    ],
    usesOwnServers: [
      operations.some(({ serverUrl }) => serverUrl !== undefined),
      "Operations on a server of their own.",
    ],
    usesPages: [
      operations.some(({ pagination }) => pagination !== undefined),
      "Lists that go on in further responses.",
    ],
    usesSecuritySchemes: [apiKeyHeader === undefined, "Any security but one key in a header for every operation."],
  };
  const constants = Object.entries(uses).map(
    ([name, [isUsed, doc]]) => `/** ${doc} */\nexport const ${name}: boolean = ${isUsed};\n`,
  );
  return constants.join("\n");
}
