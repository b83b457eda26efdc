// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the source of templates is quoted

import type { Row } from "../mutation.ts";

export const writeJson: Row[] = [
  [
    "depth < MAX_DEPTH && isPlainObject(value)",
    "isPlainObject(value)",
    "a body that holds itself overflows the stack",
    "a body value is refused: an object that holds itself",
  ],
  [
    "depth < MAX_DEPTH && Array.isArray(value)",
    "Array.isArray(value)",
    "an array that holds itself overflows the stack",
    "a body value is refused: an array that holds itself",
  ],
  [
    'return refuse(name, "would be lost or changed in JSON");',
    "return JSON.stringify(value);",
    "a body value may be anything",
    "a body value is refused",
  ],
  ["value === null || ", "", "null is refused", "a body value travels"],
  ["refuseRounded(name, value);", "", "a number in a body is another one", "a body value is refused: the number"],
  ['Object.is(value, -0) ? "-0" : ', "", "minus zero becomes zero", ["read-once.test.ts", "minus zero"]],
  ["if (value === undefined) continue;", "", "a member that is undefined is refused", "a member that is undefined"],
  ["`${name}.`", "name", "a refused value deep in a body is not named", "deep in a body"],
  ["`${name}[${index}]`", "name", "a refused element of a body is not named", "deep in a body"],
  ["readElements(name, value)", "value", "named keys of an array are dropped", "a body value is refused"],
  ["${JSON.stringify(key)}:", '\\"${key}\\":', "a key of a body is not escaped", "a body value travels"],
];
