// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the source of templates is quoted

import type { Row } from "../mutation.ts";

export const serialize: Row[] = [
  ['if (!isRecord(input)) refuse("input", "is not an object");', "", "an input that is no object is taken", "input"],
  ['if (!place) refuse(key, "is unknown");', "if (!place) continue;", "an unknown key is dropped", "the unknown key"],
  ['refuse(key, "is missing")', "undefined", "a missing key is not noticed", "refuses an input without"],
  ["if (value === undefined) continue;", "", "a key that is undefined counts as given", "undefined"],
  [
    'typeof value === "boolean" ? undefined : encode(value)',
    "encode(value)",
    "a path value may be a boolean",
    "path value is refused",
  ],
  [
    "return isScalar(value) ? encodeURIComponent(value) : undefined;",
    "return encodeURIComponent(String(value));",
    "a path value may be anything but an object",
    "path value is refused",
  ],
  ["/^(\\.|%2e){0,2}$/i", "/^(\\.|%2e){1,2}$/i", "a path value may be empty", "path value is refused"],
  ["/^(\\.|%2e){0,2}$/i", "/^(\\.|%2e){0,1}$/i", "a path value may be two dots", "path value is refused"],
  ["/^(\\.|%2e){0,2}$/i", "/^(%2e){0,2}$/i", "a path value may be a dot", "path value is refused"],
  ["/^(\\.|%2e){0,2}$/i", "/^\\.{0,2}$/i", "a path value may be an encoded dot", "path value is refused"],
  [
    "/^(\\.|%2e){0,2}$/i",
    "/^(\\.|%2e){0,2}$/",
    "a path value may be an encoded dot in upper case",
    "path value is refused",
  ],
  [
    "encodeURIComponent(value) : undefined",
    "encodeURI(String(value)) : undefined",
    "a path value may be many segments",
    "is one segment",
  ],
  [
    'if (Array.isArray(given) && !given.length) refuse(key, "is empty");',
    "",
    "an empty array is dropped from the query",
    "a query value is refused",
  ],
  [
    'if (text === undefined) refuse(key, "must be a well-formed string or a finite number, or a boolean");',
    "",
    "a query value may be anything",
    "a query value is refused",
  ],
  ["${key}=${text}`", "${key}=${value}`", "a query value is not encoded", "query value"],
  [
    'if (!isContainer(body)) refuse("body", "is not an object");',
    "",
    "a body may be no object",
    ["fetch-client.test.ts", "body"],
  ],
  ["checkJson(key, value, 1)", "undefined", "a body value may be anything", "a body value is refused"],
  [" && depth < MAX_DEPTH", "", "a body that holds itself overflows the stack", "a body value is refused"],
  ["isArray ? [...value] : value", "value", "holes of an array become null", "a body value is refused"],
  [
    "isArray || inner !== undefined",
    "inner !== undefined",
    "undefined in an array becomes null",
    "a body value is refused",
  ],
  ["`${name}.${key}`", "name", "a refused value deep in a body is not named", "deep in a body"],
  [' || "toJSON" in value', "", "a body value may turn itself into another", "a body value is refused"],
  [
    "return Array.isArray(value) || !prototype || !Object.getPrototypeOf(prototype);",
    "return true;",
    "a body value may be an instance of a class",
    "a body value is refused",
  ],
  ["|| !prototype ||", "||", "an object without prototype breaks", "a body value travels"],
  [
    "!Object.getPrototypeOf(prototype)",
    "prototype === Object.prototype",
    "objects of another realm are refused",
    ["errors.test.ts", "another realm"],
  ],
  [
    "  } catch {\n    return undefined;",
    "  } catch (error) {\n    throw error;",
    "a lone surrogate gives the error of the platform",
    "path value is refused",
  ],
  ["Number.isFinite(value)", 'typeof value === "number"', "NaN travels", "is refused: NaN"],
];
