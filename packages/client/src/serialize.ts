import { ConfigurationError } from "./errors.js";

/** Fills a path template so that each value is exactly one segment. Throws `ConfigurationError`, naming the key. */
export function serializePath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, key: string) => segment(key, values[key]));
}

function segment(key: string, value: unknown): string {
  if (typeof value !== "string" && !Number.isFinite(value)) refuse(key, "must be a string or a finite number");
  const text = String(value);
  if (text === "") refuse(key, "must not be empty");
  // Servers and proxies drop dot segments, also encoded ones: the request would reach another path.
  if (/^(\.|%2e){1,2}$/i.test(text)) refuse(key, "must not be a dot segment");
  return encode(key, text);
}

/** Serializes query values, arrays as repeated keys. Throws `ConfigurationError`, naming the key. */
export function serializeQuery(values: Readonly<Record<string, unknown>>): string {
  const pairs: string[] = [];
  for (const [key, given] of Object.entries(values)) {
    if (given === undefined) continue;
    for (const value of Array.isArray(given) ? given : [given]) {
      if (typeof value !== "string" && typeof value !== "boolean" && !Number.isFinite(value)) {
        refuse(key, "must be a string, a finite number, a boolean or an array of these");
      }
      pairs.push(`${encodeURIComponent(key)}=${encode(key, String(value))}`);
    }
  }
  return pairs.join("&");
}

/** Serializes a JSON body and refuses what JSON would change or drop. Throws `ConfigurationError`, naming the place. */
export function serializeBody(body: unknown): string {
  checkJson(body, "", 0);
  return JSON.stringify(body);
}

/** Deep enough for any body, and a bound for one that holds itself. */
const MAX_DEPTH = 100;

function checkJson(value: unknown, place: string, depth: number): void {
  if (value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return;
  if (depth > MAX_DEPTH) refuse(place, `must not be nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) checkJson(value[index], `${place}[${index}]`, depth + 1);
  } else if (isPlainObject(value)) {
    for (const key of Object.keys(value)) {
      if (value[key] !== undefined) checkJson(value[key], place === "" ? key : `${place}.${key}`, depth + 1);
    }
  } else {
    refuse(place, "must be JSON: a string, finite number, boolean, null, array or plain object");
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || "toJSON" in value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // By its shape, since an object of another realm has another Object.prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function encode(key: string, text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    refuse(key, "must not hold a lone surrogate");
  }
}

function refuse(key: string, why: string): never {
  throw new ConfigurationError(`input.${key}`, why);
}
