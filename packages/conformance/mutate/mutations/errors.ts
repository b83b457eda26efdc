// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the source of templates is quoted

import type { Row } from "../mutation.ts";

export const errors: Row[] = [
  [
    "Object.defineProperty(this, key, { value })",
    "Object.defineProperty(this, key, { value, enumerable: true })",
    "bodies are shown by logs",
    ["errors.test.ts"],
  ],
  ["[MARK]: { value: true }", "", "errors of another copy are strangers", ["errors.test.ts"]],
  ["name: { value: name }, ", "", "errors have the name of Error", ["errors.test.ts"]],
  [
    "return { name, message, ...(this as object) };",
    "return { ...(this as object) };",
    "JSON has no message",
    ["errors.test.ts"],
  ],
  ['what.replace(CATALOGUE, "") + CATALOGUE', "what", "a message does not link to the catalogue", ["errors.test.ts"]],
  ['what.replace(CATALOGUE, "") + CATALOGUE', "what + CATALOGUE", "a refusal links twice", ["errors.test.ts"]],
  ["`${told}: ${operation} ${method} ${url}`", "told", "a message does not name its call", ["errors.test.ts"]],
  ['error.name === "ApiError" &&', "", "every error is an ApiError", ["errors.test.ts"]],
  [
    "(operation === undefined || error.operation === operation)",
    "true",
    "isApiError does not look at the operation",
    ["errors.test.ts"],
  ],
  [
    "(status === undefined || error.status === status)",
    "true",
    "isApiError does not look at the status",
    ["errors.test.ts"],
  ],
  ["error !== null && MARK in error", "MARK in (error as object)", "null breaks the guards", ["errors.test.ts"]],
  [
    "mayHaveSucceeded }, shown)",
    "mayHaveSucceeded: false }, shown)",
    "no error says that a write may exist",
    "have succeeded",
  ],
];
