import { type Parameter, type Place, type Reference, resolveAt } from "../openapi/document.ts";
import { checkReference } from "./check-schema.ts";
import { findConflict } from "./find-conflict.ts";
import type { InputParameter } from "./operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { readParameter } from "./read-parameter.ts";

export function readParameters(context: OperationContext): InputParameter[] {
  const { path, addIssue } = context;
  const parameters = new Map<string, Place<InputParameter>>();
  const described = new Set<string>();
  for (const [key, place] of listParameters(context)) {
    if (place.value.in === "path") described.add(place.value.name);
    const value = readParameter(place, context);
    if (value !== undefined) parameters.set(key, { pointer: place.pointer, value });
  }
  const places = [...parameters.values()];
  for (const [index, { pointer, value }] of places.entries()) {
    for (const earlier of places.slice(0, index)) {
      const conflict = findConflict(earlier.value, value);
      if (conflict !== undefined) addIssue(conflict, pointer);
    }
  }
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  for (const name of names) {
    if (!described.has(name)) addIssue(`does not describe its path parameter "${name}"; add it to parameters.`);
  }
  const read = places.map(({ value }) => value);
  for (const { name, in: place } of read) {
    if (place === "path" && !names.includes(name))
      addIssue(`describes the path parameter "${name}", which its path does not have; remove it.`);
  }
  return read;
}

/** By place and name, since a parameter of the operation replaces that of its path, even one that is unsupported. */
function listParameters(context: OperationContext): Map<string, Place<Parameter>> {
  const { document, item, itemPointer, object, pointer, addIssue } = context;
  const listIn = (owner: string, { parameters = [] }: { parameters?: (Parameter | Reference)[] }) =>
    parameters.map((value, index) => {
      const at = `${owner}/parameters/${index}`;
      if ("$ref" in value) checkReference(document, { pointer: at, value }, addIssue, "write the parameter in place");
      const place = resolveAt<Parameter>(document, { pointer: at, value });
      return [`${place.value.in} ${place.value.name}`, place] as const;
    });
  return new Map([...listIn(itemPointer, item), ...listIn(pointer, object)]);
}
