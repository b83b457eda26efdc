import { expect, test } from "vitest";
import { createPathSerializer } from "./serialize-path.js";

const serialize = createPathSerializer("/rows/{rowId}", undefined);

test.for([
  ["a b/c", "/rows/a%20b%2Fc"],
  [7, "/rows/7"],
  ["...", "/rows/..."],
  ["%2e%2e%2f", "/rows/%252e%252e%252f"],
])("a path serializer writes %j as one segment", ([rowId, path]) => {
  expect(serialize({ rowId })).toBe(path);
});

const invalid = "rowId must be a well-formed string or a finite number other than -0";
const unsafe = "rowId must not be empty or a dot segment";

test.for([
  [true, "invalid_input", invalid],
  [undefined, "invalid_input", invalid],
  [Number.NaN, "invalid_input", invalid],
  [-0, "invalid_input", invalid],
  [["a"], "invalid_input", invalid],
  ["\ud800", "invalid_input", invalid],
  [2 ** 53, "invalid_input", "rowId must be a safe integer; pass a larger one as a string"],
  ["", "unsafe_path_value", unsafe],
  [".", "unsafe_path_value", unsafe],
  ["..", "unsafe_path_value", unsafe],
  ["%2E.", "unsafe_path_value", unsafe],
] as const)("a path serializer rejects %j as %s", ([rowId, code, message]) => {
  expect(() => serialize({ rowId })).toThrow(expect.objectContaining({ code, param: "rowId", message }));
});
