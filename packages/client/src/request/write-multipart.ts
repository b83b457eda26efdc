import { InvalidInput, invalidInput } from "../errors/invalid-input.js";
import { isPlainObject } from "../plain-object.js";
import { isStream } from "./is-stream.js";
import { isWellFormed } from "./is-well-formed.js";
import { assertExact, isScalar, type Member, readValues } from "./plain-data.js";
import { writeJson } from "./serialize-body.js";
import { joinParts, readStream } from "./stream-parts.js";

type PartValue = string | Blob | ReadableStream;

/** One part: a file, a text, or JSON. */
interface Part {
  readonly name: string;
  readonly value: PartValue;
  readonly type?: string;
}

/**
 * Writes a form of fields and files: an array as a part for each element, an object as JSON. The platform writes it,
 * with its own boundary, unless it would change the content. Throws `InvalidInput`.
 */
export function writeMultipart(members: readonly Member[]): FormData | Blob | ReadableStream {
  const parts = members.flatMap(([name, value]) => (value === undefined ? [] : readParts(name, value)));
  if (!parts.every(isKept)) return writeParts(parts);
  const form = new FormData();
  for (const { name, value } of parts) form.append(name, value as string);
  return form;
}

function readParts(name: string, value: unknown): Part[] {
  assertText(name, name);
  if (!Array.isArray(value)) return [readPart(name, name, value)];
  return readValues(name, value).map((element, index) => readPart(name, `${name}[${index}]`, element));
}

function readPart(name: string, param: string, value: unknown): Part {
  if (isStream(value)) return { name, value: readStream(param, value) };
  if (value instanceof Blob) {
    assertText(`${param}.name`, fileName(value));
    return { name, value };
  }
  if (isPlainObject(value) || Array.isArray(value)) {
    return { name, value: writeJson(param, value), type: "application/json" };
  }
  assertExact(param, value);
  if (isScalar(value) && !Object.is(value, -0) && isWellFormed(String(value))) return { name, value: String(value) };
  throw invalidInput(
    param,
    "must be a Blob, a File, a ReadableStream, a well-formed string, a finite number other than -0, a boolean or a plain object",
  );
}

/**
 * A line break would start a header that the sender chooses, and receivers decode the escapes of quotes and line
 * breaks.
 */
function assertText(param: string, text: string): void {
  if (isWellFormed(text) && !/[^ -~\u{a0}-\u{10ffff}]|%(?:0a|0d|22)/iu.test(text)) return;
  const message = `${JSON.stringify(param)} must be well-formed and have no control character, %22, %0A or %0D`;
  throw new InvalidInput("invalid_input", param, message);
}

/** Whether the platform writes a part unchanged: it ends every line of a text with CR LF. */
function isKept({ name, value, type }: Part): boolean {
  const text = typeof value === "string" ? value : "";
  return !isStream(value) && type === undefined && !/[\r\n]/.test(text) && !/["\\]/.test(name + fileName(value));
}

/** As in WHATWG HTML, with a random boundary that the content cannot contain. */
function writeParts(parts: readonly Part[]): Blob | ReadableStream {
  const boundary = `----form-${crypto.randomUUID()}`;
  const written = parts.flatMap(({ name, value, type = typeOf(value) }) => {
    const file = fileName(value);
    const disposition = `form-data; name="${escapeName(name)}"${file && `; filename="${escapeName(file)}"`}`;
    const head = `--${boundary}\r\nContent-Disposition: ${disposition}\r\n`;
    return [`${head}${type && `Content-Type: ${type}\r\n`}\r\n`, value, "\r\n"];
  });
  const type = `multipart/form-data; boundary=${boundary}`;
  return joinParts([...written, `--${boundary}--\r\n`], type);
}

/** The name of a file; for a blob without a name, the platform's default; empty for a text. */
function fileName(value: PartValue): string {
  if (typeof value === "string") return "";
  return (value as Partial<File>).name ?? "blob";
}

function typeOf(value: PartValue): string {
  if (typeof value === "string") return "";
  return (value instanceof Blob && value.type) || "application/octet-stream";
}

function escapeName(name: string): string {
  return name.replaceAll('"', "%22");
}
