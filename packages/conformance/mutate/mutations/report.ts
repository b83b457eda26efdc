import type { Row } from "../mutation.ts";

export const report: Row[] = [
  ['.replaceAll(/[\\s\\p{Cc}]+/gu, " ")', "", "control characters get into the message", "in many lines"],
  [
    "new URL(location, target).origin",
    "new URL(location, target).href",
    "a redirect's whole target gets into the message",
    "redirect",
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
  ["{ body, headers });", "{ body: undefined, headers });", "an error has no body", "is an ApiError"],
  ["redact(message, 2 * MAX_QUOTE_LENGTH)", "message", "a key that the API echoes gets into the message", "echoes"],
  ["copyText(line, MAX_QUOTE_LENGTH)", "line", "a message may be endless", "endless"],
  ["copyText(failure.preview, PREVIEW_LENGTH)", "failure.preview", "a preview is a whole body", "preview"],
  ["copyCause(failure.cause, redact)", "failure.cause", "a cause is kept whole", ["causes.test.ts"]],
  [
    'emit("onError", call, () => ({ error: toError(call, failure) }));\n  const error = toError(call, failure);',
    'const error = toError(call, failure);\n  emit("onError", call, () => ({ error }));',
    "a hook changes what is thrown",
    ["observers.test.ts"],
  ],
  [
    'emit("onError", call, () => ({ error: toError(call, failure) }));',
    "",
    "no hook is notified of the end",
    ["observers.test.ts"],
  ],
  [
    'if (failure.kind === "redirect") cancelBody(failure.response);',
    "",
    "the body of a redirect is held",
    "does not follow",
  ],
  [
    'if (failure.kind === "rethrown") return { ok: false, error: failure.error, rejects: true };',
    'if (failure.kind === "rethrown") return { ok: false, error: failure.error };',
    "what steers a framework is a result of safe",
    ["control-flow.test.ts"],
  ],
  [
    "try {\n    await notify();\n  } catch {}",
    "notify();",
    "an observer that throws ends the call",
    ["observers.test.ts"],
  ],
  ["await notify();", "notify();", "an observer that rejects is an unhandled rejection", ["observers.test.ts"]],
  ["`attempt ${attempt}`,", "", "a sentence of the logger has no attempt", ["observers.test.ts"]],
  ["!error && status && `status ${status}`,", "", "a sentence of the logger has no status", ["observers.test.ts"]],
  [
    "delayMs !== undefined && `next in ${Math.round(delayMs)} ms`,",
    "",
    "a sentence of the logger has no delay",
    ["observers.test.ts"],
  ],
];
