import { follow } from "./each-element.js";

/** The properties of a schema and which of them are required, those of its `allOf` included. */
export default function propertiesOf(schema, resolve, seen = new Set()) {
  const properties = new Map();
  const required = new Set(schema.node?.required);
  if (seen.has(schema.node)) return { properties, required };
  seen.add(schema.node);
  for (const name of Object.keys(schema.node?.properties ?? {}))
    properties.set(name, follow(schema, ["properties", name], resolve).node);
  for (const index of Object.keys(schema.node?.allOf ?? [])) {
    const member = propertiesOf(follow(schema, ["allOf", index], resolve), resolve, seen);
    for (const [name, property] of member.properties) properties.set(name, property);
    for (const name of member.required) required.add(name);
  }
  return { properties, required };
}
