import { unescapeKey } from "./contract.ts";

/** The YAML file of a part of the bundled contract, by the naming rules of the lint. */
export function specFile(pointer: string): string {
  const [section, name, component] = pointer.split("/").slice(1).map(unescapeKey);
  if (section === "paths" && name !== undefined) return `spec/paths/${name.slice(1).replaceAll("/", "_")}.yaml`;
  if (section === "components" && component !== undefined) return `spec/components/${name}/${component}.yaml`;
  return "spec/openapi.yaml";
}

/** Where in that file: `properties.duration`; empty for the whole of it. */
export function placeInFile(pointer: string): string {
  const keys = pointer.split("/").slice(1).map(unescapeKey);
  return keys.slice(keys[0] === "components" ? 3 : 2).join(".");
}
