import { type Body, inputKeys, inputName, type Operation } from "../generate/operation.ts";
import { type Document, resolve, type Schema } from "../openapi/document.ts";
import { minimalValue } from "./schema-assertions.ts";
import type { TypeAssertion } from "./type-assertion.ts";
import { key, typeText } from "./type-text.ts";

/** A caller who calls each method with the required keys and with each optional key, and uses its result and its errors. */
export function callAssertions(document: Document, operations: readonly Operation[]): TypeAssertion[] {
  return operations.flatMap((operation) => {
    const subject = `${operation.method} ${operation.path}`;
    const assertions = [
      ...inputAssertions(document, operation),
      ...outputAssertions(operation),
      ...errorAssertions(operation),
    ];
    return assertions.map((assertion) => ({ subject, ...assertion }));
  });
}

type Statement = Omit<TypeAssertion, "subject"> & Partial<TypeAssertion>;

/** The keys of a body are those of its schema, which has its own assertions. */
function inputAssertions(document: Document, operation: Operation): Statement[] {
  const { id, method, path, parameters, body } = operation;
  const least = leastInput(document, operation);
  const callLeast = `() => api.${id}({ ${least.join(", ")} }, options)`;
  const name = inputName(operation);
  const optional = parameters.filter(({ required }) => !required);
  const [bodyName] = body?.type.names ?? [];
  const dependsOn = bodyName === undefined ? undefined : minimalValue(bodyName, schemaOf(document, bodyName));
  return [
    { description: `Calling \`${id}\``, code: callLeast, ...(dependsOn === undefined ? {} : { dependsOn }) },
    ...(least.length === 0 ? [{ description: `Calling \`${id}\` without input`, code: `() => api.${id}()` }] : []),
    ...(name === "NoInput"
      ? []
      : [
          {
            description: `Importing \`${name}\``,
            code: `import type { ${name} } from "./methods.js";`,
            news: `The type \`${name}\` is new.`,
          },
        ]),
    ...optional.map((parameter) => ({
      subject: `${method} ${path}: ${parameter.name}`,
      description: `Calling \`${id}\` with \`${parameter.name}\``,
      code: `() => api.${id}({ ${[...least, argument(document, operation, parameter.name)].join(", ")} })`,
      dependsOn: callLeast,
    })),
  ];
}

function outputAssertions(operation: Operation): Statement[] {
  const { id, output } = operation;
  const assertions = [
    { description: `Using \`${id}\``, code: nameOf(id) },
    {
      description: `Using the result of \`${id}\``,
      code: `(call: typeof api.${id}): Promise<${output.type.text}> => call(some())`,
    },
  ];
  if (output.element !== undefined)
    assertions.push({
      description: `Streaming the result of \`${id}\``,
      code: `(call: typeof api.stream.${id}): AsyncIterable<${output.element.text}> => call(some())`,
    });
  return assertions;
}

function errorAssertions({ id, method, path, errors }: Operation): Statement[] {
  return errors.map(({ status, type }) => ({
    subject: `${method} ${path}: response ${status}`,
    dependsOn: nameOf(id),
    description: `Reading the body of error ${status} of \`${id}\``,
    code: `(error: unknown): ${type} | undefined => (isApiError(error, "${id}", ${exampleOf(status)}) ? error.body : undefined)`,
  }));
}

function nameOf(id: string): string {
  return `() => api.${id}`;
}

/** A status of a range; of `default`, one that no operation documents. */
function exampleOf(status: string): string {
  return status === "default" ? "599" : status.replace("XX", "99");
}

function leastInput(document: Document, operation: Operation): string[] {
  return inputKeys(operation)
    .filter(({ required }) => required)
    .map(({ name }) => argument(document, operation, name));
}

function argument(document: Document, { parameters, body }: Operation, name: string): string {
  const parameter = parameters.find((candidate) => candidate.name === name);
  const type = parameter?.type ?? bodyTypeText(document, body, name);
  return `${key(name)}: some<${type}>()`;
}

function bodyTypeText(document: Document, body: Body | undefined, name: string): string {
  if (body?.isWhole) return body.type.text;
  return typeText(body && resolve<Schema>(document, body.source).properties?.[name]);
}

function schemaOf(document: Document, name: string): Schema {
  return resolve<Schema>(document, document.components?.schemas?.[name] ?? {});
}
