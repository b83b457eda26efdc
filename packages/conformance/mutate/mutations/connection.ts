import type { Row } from "../mutation.ts";

export const connection: Row[] = [
  [
    'if (isControlFlow(cause)) return { kind: "rethrown", error: cause };',
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
    "!roots.every(isOfConnecting)",
    "!roots.some(isOfConnecting)",
    "a request that was lost, then refused, was never sent",
    ["never-connected.test.ts"],
  ],
  ["transient: !isUntrusted", "transient: true", "a bad certificate is tried again", ["never-connected.test.ts"]],
  [
    "!isUntrusted && !roots",
    "!roots",
    "a write with a bad certificate may have succeeded",
    ["never-connected.test.ts"],
  ],
  [
    ' || readField(root, "syscall") === "connect"',
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
