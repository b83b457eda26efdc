import { type Parameter, type Place, type Reference, resolveAt } from "../openapi/document.ts";
import type { InputParameter } from "./operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { readParameter } from "./read-parameter.ts";

export function readParameters(context: OperationContext): InputParameter[] {
  const { document, path, addIssue } = context;
  const parameters = new Map<string, InputParameter>();
  const described = new Set<string>();
  for (const given of listParameters(context)) {
    const place = resolveAt<Parameter>(document, given);
    if (place.value.in === "path") described.add(place.value.name);
    const read = readParameter(place, context);
    if (read === undefined) continue;
    const earlier = parameters.get(read.name);
    if (earlier !== undefined && earlier.in !== read.in)
      addIssue(
        `has a ${earlier.in} and a ${read.in} parameter named "${read.name}"; the input object can have one only.`,
        place.pointer,
      );
    parameters.set(read.name, read);
  }
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  for (const name of names) {
    if (!described.has(name)) addIssue(`does not describe its path parameter "${name}"; add it to parameters.`);
  }
  for (const { name, in: place } of parameters.values()) {
    if (place === "path" && !names.includes(name))
      addIssue(`describes the path parameter "${name}", which its path does not have; remove it.`);
  }
  return [...parameters.values()];
}

function listParameters({ item, itemPointer, object, pointer }: OperationContext): Place<Parameter | Reference>[] {
  const place = (owner: string) => (value: Parameter | Reference, index: number) => ({
    pointer: `${owner}/parameters/${index}`,
    value,
  });
  return [...(item.parameters ?? []).map(place(itemPointer)), ...(object.parameters ?? []).map(place(pointer))];
}
