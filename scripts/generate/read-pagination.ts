import { escapePointer, parsePointer } from "../openapi/pointer.ts";
import { followKeys } from "./follow-keys.ts";
import { inferredType } from "./inferred-type.ts";
import { inputKeys, type Operation, type Pagination } from "./operation.ts";
import type { OperationContext } from "./operation-context.ts";

const STYLES = ["cursor", "offset", "link"] as const;
const KEYS = ["style", "items", "next", "parameter", "limit"];

/** The parts of an operation that are read before its pagination. */
type ReadOperation = Pick<Operation, "parameters" | "body" | "output">;
type Fields = Readonly<Record<string, unknown>>;
/** Adds an issue of a key of the extension, or of the extension. */
type Reject = (message: string, key?: string) => undefined;

/** Reads `x-pagination`, the pagination of a list. Adds an issue for invalid values. */
export function readPagination(context: OperationContext, operation: ReadOperation): Pagination | undefined {
  const { object, pointer, addIssue } = context;
  const fields = object["x-pagination"];
  if (fields === undefined) return undefined;
  const at = `${pointer}/x-pagination`;
  const reject: Reject = (message, key) =>
    void addIssue(`has x-pagination ${message}`, key === undefined ? at : `${at}/${escapePointer(key)}`);

  const style = readStyle(fields, context, reject);
  if (style === undefined) return undefined;
  const { parameter, limit, items, next } = fields as Fields;
  if (!isInput(operation, parameter, "parameter", reject)) return undefined;
  if (limit !== undefined && !isInput(operation, limit, "limit", reject)) return undefined;
  const body = followBody(context, operation, reject);
  if (body === undefined) return undefined;

  const array = body(items ?? "");
  if (array === undefined || inferredType(array.schema) !== "array")
    return reject(`whose items must be a JSON pointer to an array of the response; ${quote(items)} is not.`, "items");
  const cursor = next === undefined ? undefined : body(next);
  if (style === "cursor" ? !isCursor(cursor?.schema) : next !== undefined && cursor?.schema.type !== "string")
    return reject(`whose next must be a JSON pointer to a string of the response; ${quote(next)} is not.`, "next");
  return { style, parameter, limit, items: array.value, next: cursor?.value, element: array.element };
}

function readStyle(fields: unknown, { method }: OperationContext, reject: Reject): Pagination["style"] | undefined {
  if (typeof fields !== "object" || fields === null || Array.isArray(fields))
    return reject(`that is no object; its keys are ${KEYS.join(", ")}.`);
  const unknownKey = Object.keys(fields).find((key) => !KEYS.includes(key));
  if (unknownKey !== undefined) return reject(`with "${unknownKey}"; its keys are ${KEYS.join(", ")}.`, unknownKey);
  const style = STYLES.find((one) => one === (fields as Fields).style);
  if (style === undefined) return reject(`whose style must be ${STYLES.join(", ")}.`, "style");
  if (style === "offset" && (fields as Fields).next !== undefined)
    return reject("with next, which an offset does not need; remove it.", "next");
  if (style === "link" && method !== "get") return reject("with links, which only GET can follow.", "style");
  return style;
}

/** Whether a query parameter or a body property has the name. */
function isInput(operation: ReadOperation, name: unknown, key: string, reject: Reject): name is string {
  const { parameters, body } = operation;
  const isInPathOrHeader = parameters.some((parameter) => parameter.name === name && parameter.in !== "query");
  const isKnown = inputKeys(operation).some((input) => input.name === name);
  if (isKnown && !isInPathOrHeader && !(body?.isWhole && name === "body")) return true;
  reject(`whose ${key} must be a query parameter or a property of the body; ${quote(name)} is not.`, key);
  return false;
}

/** A function that follows a JSON pointer into the body of the success; undefined unless there is exactly one body. */
function followBody({ document }: OperationContext, { output }: ReadOperation, reject: Reject) {
  const [source, ...others] = output.sources;
  if (source === undefined || others.length > 0 || output.mayBeEmpty)
    return reject("and not one success with a body; a list goes on in responses of one form.");
  return (pointer: unknown) => {
    if (typeof pointer !== "string" || !/^(?:\/|$)/.test(pointer)) return undefined;
    return followKeys(document, { source, type: output.type }, parsePointer(pointer));
  };
}

function isCursor(schema: { type?: string } | undefined): boolean {
  return ["string", "integer", "number"].includes(schema?.type ?? "");
}

function quote(value: unknown): string {
  return value === undefined ? "a missing one" : JSON.stringify(value);
}
