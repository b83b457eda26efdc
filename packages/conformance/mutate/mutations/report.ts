import type { Row } from "../mutation.ts";

export const report: Row[] = [
  [
    "body, headers: response.headers };",
    "body: undefined, headers: response.headers };",
    "an error has no body",
    "is an ApiError",
  ],
  ['.replaceAll(key, "***")\n', "\n", "a key that the API echoes gets into the message", "echoes"],
  ['.replaceAll(/[\\s\\p{Cc}]+/gu, " ")', "", "control characters get into the message", "in many lines"],
  [".slice(0, 200)", "", "a message may be endless", "endless"],
  ["failure.preview.slice(0, PREVIEW_LENGTH)", "failure.preview", "a preview is a whole body", "preview"],
  [
    "new URL(location, target).origin",
    "new URL(location, target).href",
    "a redirect's whole target gets into the message",
    "redirect",
  ],
  ["withoutKey(failure.cause, call.key)", "failure.cause", "a cause shows the key", "that a fetch tells"],
  ['emit("onError", call, () => ({ error }));', "", "no hook is told of the end", ["observers.test.ts"]],
  [
    'if (failure.kind === "redirect") discard(failure.response);',
    "",
    "the body of a redirect is held",
    "does not follow",
  ],
  [
    'if (failure.kind === "refused") return { ok: false, error, rejects: true };',
    "",
    "a refusal is a result of safe",
    "by safe too",
  ],
  [
    "error: failure.reason, rejects: true }",
    "error: failure.reason }",
    "an abort is a result of safe",
    "safe: an abort",
  ],
  ["Object.freeze(event)", "event", "an event can be changed", ["observers.test.ts"]],
  ["await tell();", "tell();", "an observer that rejects is an unhandled rejection", ["observers.test.ts"]],
  ["try {\n    await tell();\n  } catch {}", "tell();", "an observer that throws ends the call", ["observers.test.ts"]],
];
