import { type Document, type OperationObject, type Parameter, type PathItem, resolve } from "../openapi/document.ts";
import type { Fact } from "./fact.ts";
import { key, typeText } from "./type-text.ts";

const METHODS = ["get", "put", "post", "delete", "patch"];

/** A caller who works with `paths` and `components`, as openapi-fetch and what surrounds it do. */
export function pathFacts(document: Document): Fact[] {
  const facts: Fact[] = [];
  for (const [section, entries] of Object.entries(document.components ?? {})) {
    if (section === "schemas" || section === "securitySchemes") continue;
    for (const name of Object.keys(entries as object)) {
      const type = `components${index(section, name)}`;
      facts.push({ subject: `${section}.${name}`, does: `Using \`${type}\``, code: `(): ${type} => some()` });
    }
  }
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS.filter((name) => name in item)) {
      facts.push(...operationFacts(document, path, item, method));
    }
  }
  return facts;
}

function operationFacts(document: Document, path: string, item: PathItem, method: string): Fact[] {
  const { operationId, responses, ...object } = item[method] as OperationObject;
  const subject = `${method.toUpperCase()} ${path}`;
  const type = `paths${index(path, method)}`;
  const facts: Fact[] = Object.keys(responses).map((status) => {
    const answer = `${type}["responses"][${/^\d+$/.test(status) ? status : JSON.stringify(status)}]`;
    return { subject, does: `Using \`${answer}\``, code: `(): ${answer} => some()` };
  });
  if (operationId !== undefined) {
    const named = `operations${index(operationId)}`;
    facts.push({ subject, does: `Using \`${named}\``, code: `(): ${named} => some()` });
  }
  const given = [...(item.parameters ?? []), ...(object.parameters ?? [])];
  const parameters = given.map((parameter) => resolve<Parameter>(document, parameter));
  for (const where of new Set(parameters.map((parameter) => parameter.in))) {
    const inPlace = parameters.filter((parameter) => parameter.in === where);
    const least = inPlace.filter(({ required }) => required).map(argument);
    const all = `NonNullable<${type}["parameters"][${JSON.stringify(where)}]>`;
    const giveLeast = `(): ${all} => ({ ${least.join(", ")} })`;
    facts.push({ subject, does: `Giving \`${subject}\` its ${where} parameters`, code: giveLeast });
    for (const parameter of inPlace.filter(({ required }) => !required)) {
      facts.push({
        subject: `${subject}: ${parameter.name}`,
        does: `Giving \`${subject}\` the ${where} parameter \`${parameter.name}\``,
        code: `(): ${all} => ({ ${[...least, argument(parameter)].join(", ")} })`,
        restsOn: giveLeast,
      });
    }
  }
  return facts;
}

function argument({ name, schema }: Parameter): string {
  return `${key(name)}: some<${typeText(schema)}>()`;
}

function index(...names: string[]): string {
  return names.map((name) => `[${JSON.stringify(name)}]`).join("");
}
