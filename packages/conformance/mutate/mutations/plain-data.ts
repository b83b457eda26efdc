import type { Row } from "../mutation.ts";

export const plainData: Row[] = [
  [
    "return addsNothing && !Object.getPrototypeOf(prototype);",
    "return true;",
    "an instance of a class is a plain object",
    "is refused: ",
  ],
  [
    'Object.hasOwn(prototype, "isPrototypeOf")',
    "prototype === Object.prototype",
    "objects of another realm are refused",
    ["errors.test.ts", "another realm"],
  ],
  ["const addsNothing = ", "const addsNothing = true || ", "what is inherited is dropped", "is refused: "],
  [" || Reflect.ownKeys(prototype).length === 0", "", "an empty prototype is refused", "whose prototype is empty"],
  [
    "if (!prototype) return true;",
    "if (!prototype) return false;",
    "an object without prototype is refused",
    "travels",
  ],
  [
    'if (!isPlainObject(value)) refuse(name, "is not a plain object");',
    "",
    "an input may be a Map",
    "an input is refused",
  ],
  [" + Object.getOwnPropertySymbols(value).length", "", "symbol keys are dropped", "is refused: "],
  ["Object.getOwnPropertyNames(value).length + ", "", "hidden keys are dropped", "is refused: "],
  ["Reflect.ownKeys(array).length !== length + 1", "false", "named keys of an array are dropped", "is refused: "],
  [
    "Reflect.ownKeys(array).length !== length + 1",
    "Reflect.ownKeys(array).length > length + 1",
    "an array of holes uses up the memory",
    "is refused: an array of four billion",
  ],
  ["Number.isFinite(value)", 'typeof value === "number"', "NaN travels", "is refused: NaN"],
  ['typeof value === "boolean" || ', "", "a boolean is refused", "travels"],
  ["!Number.isSafeInteger(value)", "false", "a number that is another one than was written is sent", "the number"],
  ["Number.isInteger(value) && ", "", "a number with a fraction is refused", "travels"],
];
