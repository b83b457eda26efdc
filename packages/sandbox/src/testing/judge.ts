import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import { Ajv } from "ajv";
import formats from "ajv-formats";

const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(openapi, "openapi.json");

const operations = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => method !== "parameters")
    .map(([method, operation]) => ({ path, method, ...(operation as { operationId: string; responses: object }) })),
);

/** The statuses that the contract documents for an operation. */
export function documentedStatuses(operationId: string): number[] {
  return Object.keys(operations.find((operation) => operation.operationId === operationId)?.responses ?? {}).map(
    Number,
  );
}

/** The operation that a method and path lead to by the contract's own templates. */
export function operationOf(method: string, pathname: string): string | undefined {
  const template = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
  return operations.find(
    (operation) => operation.method === method.toLowerCase() && template(operation.path).test(pathname),
  )?.operationId;
}

/**
 * What is wrong with an answer by the verdict of ajv, which shares no code with the sandbox: undefined where nothing is.
 * An undocumented 400 is judged as a problem.
 */
export function judge(operationId: string, status: number, text: string): string | undefined {
  const operation = operations.find((candidate) => candidate.operationId === operationId);
  if (!operation) return `There is no operation ${operationId}.`;
  const pointer = `/paths/${escapePointer(operation.path)}/${operation.method}/responses/${status}`;
  const response = lookup(pointer);
  if (!response && status !== 400) return `${operationId} documents no ${status}.`;
  const reference = (response as { $ref?: string } | undefined)?.$ref?.slice(1) ?? pointer;
  const schema = response ? `${reference}/content/application~1json/schema` : "/components/schemas/Problem";
  if (lookup(schema) === undefined) return text === "" ? undefined : `${operationId} documents no body for ${status}.`;
  return violation(schema, text);
}

/** What is wrong with a text that should be JSON of the named schema. */
export function judgeSchema(name: string, text: string): string | undefined {
  return violation(`/components/schemas/${name}`, text);
}

function violation(pointer: string, text: string): string | undefined {
  const validate =
    ajv.getSchema(`openapi.json#${encodeURI(pointer)}`) ?? ajv.compile({ $ref: `openapi.json#${encodeURI(pointer)}` });
  return validate(JSON.parse(text)) ? undefined : ajv.errorsText(validate.errors);
}

function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

function lookup(pointer: string): unknown {
  let value: unknown = openapi;
  for (const part of pointer.split("/").slice(1)) {
    value = (value as Record<string, unknown> | undefined)?.[part.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return value;
}
