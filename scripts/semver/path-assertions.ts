import { METHODS } from "../generate/methods.ts";
import { type Document, type OperationObject, type Parameter, type PathItem, resolve } from "../openapi/document.ts";
import type { TypeAssertion } from "./type-assertion.ts";
import { key, typeText } from "./type-text.ts";

/** A caller who uses `paths` and `components`, as openapi-fetch does. */
export function pathAssertions(document: Document): TypeAssertion[] {
  const assertions: TypeAssertion[] = [];
  for (const [section, entries] of Object.entries(document.components ?? {})) {
    if (section === "schemas" || section === "securitySchemes") continue;
    for (const name of Object.keys(entries as object)) {
      const type = `components${index(section, name)}`;
      assertions.push({
        subject: `${section}.${name}`,
        description: `Using \`${type}\``,
        code: `(): Declared<${type}> => "declared"`,
        news: `\`${type}\` is new.`,
      });
    }
  }
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of Object.keys(METHODS).filter((name) => name in item)) {
      assertions.push(...operationAssertions(document, path, item, method));
    }
  }
  return assertions;
}

function operationAssertions(document: Document, path: string, item: PathItem, method: string): TypeAssertion[] {
  const { operationId, responses, ...object } = item[method] as OperationObject;
  const subject = `${method.toUpperCase()} ${path}`;
  const type = `paths${index(path, method)}`;
  // A path has the type `undefined` for a method that it lacks.
  const dependsOn = `(): ${type}["responses"] => some()`;
  const assertions: TypeAssertion[] = [{ subject, description: `Using \`${type}\``, code: dependsOn }];
  for (const status of Object.keys(responses)) {
    const response = `${type}["responses"][${/^\d+$/.test(status) ? status : JSON.stringify(status)}]`;
    const [description, code] = [`Using \`${response}\``, `(): ${response} => some()`];
    assertions.push({ subject: `${subject}: response ${status}`, description, code, dependsOn });
  }
  if (operationId !== undefined) {
    const named = `operations${index(operationId)}`;
    assertions.push({ subject, description: `Using \`${named}\``, code: `(): ${named} => some()` });
  }
  const given = [...(item.parameters ?? []), ...(object.parameters ?? [])];
  const parameters = given.map((parameter) => resolve<Parameter>(document, parameter));
  for (const where of new Set(parameters.map((parameter) => parameter.in))) {
    const inPlace = parameters.filter((parameter) => parameter.in === where);
    const least = inPlace.filter(({ required }) => required).map(argument);
    const all = `NonNullable<${type}["parameters"][${JSON.stringify(where)}]>`;
    const giveLeast = `(): ${all} => ({ ${least.join(", ")} })`;
    assertions.push({ subject, description: `Giving \`${subject}\` its ${where} parameters`, code: giveLeast });
    for (const parameter of inPlace.filter(({ required }) => !required)) {
      assertions.push({
        subject: `${subject}: ${parameter.name}`,
        description: `Giving \`${subject}\` the ${where} parameter \`${parameter.name}\``,
        code: `(): ${all} => ({ ${[...least, argument(parameter)].join(", ")} })`,
        dependsOn: giveLeast,
      });
    }
  }
  return assertions;
}

function argument({ name, schema }: Parameter): string {
  return `${key(name)}: some<${typeText(schema)}>()`;
}

function index(...names: string[]): string {
  return names.map((name) => `[${JSON.stringify(name)}]`).join("");
}
