import type { Row } from "../mutation.ts";

export const connection: Row[] = [
  [
    'if (steersSomebody(cause)) return { kind: "rethrown", error: cause };',
    "",
    "what steers a framework is a failed connection",
    ["control-flow.test.ts"],
  ],
  [
    "if (isServiceformError(cause)) {",
    "if (false as boolean) {",
    "an error of another client is retried",
    ["never-connected.test.ts"],
  ],
  [
    "if (codes.some((code) => LOST.test(code))) return failure;",
    "",
    "a request that was lost, then refused, was never sent",
    ["never-connected.test.ts"],
  ],
  [
    'textsOf(cause, "syscall").includes("connect") ||',
    "",
    "a connect timeout may have sent something",
    ["never-connected.test.ts"],
  ],
  ["/^[A-Z_\\d]+$/", "/^/", "any text gets into the message as a code", ["causes.test.ts"]],
  [
    "readField(cause, RETHROW) === true",
    "false",
    "what is marked to be rethrown is a failed connection",
    ["control-flow.test.ts"],
  ],
];
