/** Fields whose keys are names, such as those of properties. */
export const MAPS: ReadonlySet<string> = new Set([
  ...["paths", "responses", "content", "headers", "encoding", "links", "callbacks", "variables", "scopes", "mapping"],
  ...["schemas", "properties", "parameters", "requestBodies", "securitySchemes"],
]);

/** Fields with values of the API, which can contain a `$ref` that is data. */
export const DATA: ReadonlySet<string> = new Set(["example", "examples", "default", "enum"]);
