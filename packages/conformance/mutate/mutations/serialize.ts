// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the source of templates is quoted

import type { Row } from "../mutation.ts";

export const serialize: Row[] = [
  ['readMembers("input", input)', "Object.entries(input as object)", "an input may be a Map", "an input is refused"],
  [
    "if (!given.includes(key))",
    "if ((input as Values)[key] === undefined)",
    "a key of the input is read twice",
    ["read-once.test.ts", "key of the input"],
  ],
  ['else refuse(key, "is unknown");', "", "an unknown key is dropped", "the unknown key"],
  ['refuse(key, "is missing")', "undefined", "a missing key is not noticed", "refuses an input without"],
  ["if (value === undefined) continue;", "", "a key that is undefined counts as given", "undefined"],
  [
    'typeof value === "boolean" ? undefined : encode(key, value)',
    "encode(key, value)",
    "a path value may be a boolean",
    "path value is refused",
  ],
  [
    "isScalar(value) && ",
    'typeof value !== "symbol" && ',
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
    'if (elements.length === 0) refuse(key, "is empty");',
    "",
    "an empty array is dropped from the query",
    "a query value is refused",
  ],
  [
    "if (name === undefined || text === undefined) {",
    "if (false as boolean) {",
    "a query value may be anything",
    "a query value is refused",
  ],
  ["encode(key, key)", "key", "the key of a query can smuggle in another one", ["read-once.test.ts", "smuggle"]],
  [
    "const text = encode(key, element);",
    "const text = String(element);",
    "a query value is not encoded",
    "query value",
  ],
  [
    "readElements(key, given)",
    "given",
    "a named property of a list is dropped from the query",
    "a query value is refused",
  ],
  [
    'readMembers("query", values)',
    "Object.entries(values as object)",
    "a query by path may be a Map",
    ["read-once.test.ts", "no plain object"],
  ],
  ['writeMembers("", readMembers("body", body))', "JSON.stringify(body)", "a body may be anything", "a body value"],
  [
    "  } catch {\n    return undefined;",
    "  } catch (error) {\n    throw error;",
    "a lone surrogate gives the error of the platform",
    "path value is refused",
  ],
  [
    '  if (typeof value !== "string") refuseRounded(name, value);',
    "",
    "a number in a path is another one than was written",
    "value is refused: the number",
  ],
  [" && !Object.is(value, -0)", "", "minus zero becomes zero", "value is refused: minus zero"],
];
