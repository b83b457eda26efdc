import { inputKeys, inputName, type Operation, outputType } from "../generate/operation.ts";
import { type Document, resolve, type Schema } from "../openapi/document.ts";
import type { Fact } from "./fact.ts";
import { makeLeast } from "./schema-facts.ts";
import { key, typeText } from "./type-text.ts";

/** A caller who calls each method with the least and with each key, uses its answer and tells its errors apart. */
export function callFacts(document: Document, operations: readonly Operation[]): Fact[] {
  return operations.flatMap((operation) => {
    const subject = `${operation.method} ${operation.path}`;
    const facts = [...inputFacts(document, operation), ...outputFacts(operation), ...errorFacts(operation)];
    return facts.map((fact) => ({ subject, ...fact }));
  });
}

type Statement = Omit<Fact, "subject"> & Partial<Fact>;

/** The keys of a body are those of its schema, which has its own statements. */
function inputFacts(document: Document, operation: Operation): Statement[] {
  const { id, method, path, parameters, body } = operation;
  const least = leastInput(document, operation);
  const callLeast = `() => api.${id}({ ${least.join(", ")} }, options)`;
  const name = inputName(operation);
  const optional = parameters.filter(({ required }) => !required);
  const restsOn = body && makeLeast(body.name, schemaOf(document, body.name));
  return [
    { does: `Calling \`${id}\``, code: callLeast, ...(restsOn === undefined ? {} : { restsOn }) },
    ...(least.length === 0 ? [{ does: `Calling \`${id}\` without input`, code: `() => api.${id}()` }] : []),
    ...(name === "NoInput"
      ? []
      : [{ does: `Importing \`${name}\``, code: `import type { ${name} } from "./methods.js";` }]),
    ...optional.map((parameter) => ({
      subject: `${method} ${path}: ${parameter.name}`,
      does: `Calling \`${id}\` with \`${parameter.name}\``,
      code: `() => api.${id}({ ${[...least, argument(document, operation, parameter.name)].join(", ")} })`,
      restsOn: callLeast,
    })),
  ];
}

function outputFacts(operation: Operation): Statement[] {
  const { id, output } = operation;
  const type = outputType(operation);
  const facts = [
    {
      does: `Using what \`${id}\` answers`,
      code: `(call: typeof api.${id}): Promise<${type}> => call(some())`,
    },
  ];
  if (output.answers === "array")
    facts.push({
      does: `Streaming what \`${id}\` answers`,
      code: `(call: typeof api.stream.${id}): AsyncIterable<${output.schema}> => call(some())`,
    });
  return facts;
}

function errorFacts({ id, errors }: Operation): Statement[] {
  return errors.map(({ status, schema = "unknown" }) => ({
    does: `Reading the body of error ${status} of \`${id}\``,
    code: `(error: unknown): ${schema} | undefined => (isApiError(error, "${id}", ${status}) ? error.body : undefined)`,
  }));
}

function leastInput(document: Document, operation: Operation): string[] {
  return inputKeys(operation)
    .filter(({ required }) => required)
    .map(({ name }) => argument(document, operation, name));
}

function argument(document: Document, { parameters, body }: Operation, name: string): string {
  const parameter = parameters.find((candidate) => candidate.name === name);
  const type = parameter?.type ?? typeText(body && schemaOf(document, body.name).properties?.[name]);
  return `${key(name)}: some<${type}>()`;
}

function schemaOf(document: Document, name: string): Schema {
  return resolve<Schema>(document, document.components?.schemas?.[name] ?? {});
}
