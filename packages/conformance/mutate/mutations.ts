import type { Mutation, Row } from "./mutation.ts";
import { attempt } from "./mutations/attempt.ts";
import { body } from "./mutations/body.ts";
import { call } from "./mutations/call.ts";
import { connection } from "./mutations/connection.ts";
import { copyCause } from "./mutations/copy-cause.ts";
import { createClient } from "./mutations/create-client.ts";
import { deadline } from "./mutations/deadline.ts";
import { decide } from "./mutations/decide.ts";
import { elementCutter } from "./mutations/element-cutter.ts";
import { errors } from "./mutations/errors.ts";
import { guards } from "./mutations/guards.ts";
import { isBrowser } from "./mutations/is-browser.ts";
import { plainData } from "./mutations/plain-data.ts";
import { queue } from "./mutations/queue.ts";
import { readField } from "./mutations/read-field.ts";
import { readRequest } from "./mutations/read-request.ts";
import { readSuccess } from "./mutations/read-success.ts";
import { redact } from "./mutations/redact.ts";
import { report } from "./mutations/report.ts";
import { response } from "./mutations/response.ts";
import { retryAfter } from "./mutations/retry-after.ts";
import { send } from "./mutations/send.ts";
import { serialize } from "./mutations/serialize.ts";
import { settings } from "./mutations/settings.ts";
import { stream } from "./mutations/stream.ts";
import { toResponse } from "./mutations/to-response.ts";
import { writeJson } from "./mutations/write-json.ts";

/** Every mutation, by the file below packages/client/src that it changes. */
const byFile: Record<string, Row[]> = {
  "guards.ts": guards,
  "serialize.ts": serialize,
  "plain-data.ts": plainData,
  "write-json.ts": writeJson,
  "is-browser.ts": isBrowser,
  "settings.ts": settings,
  "attempt.ts": attempt,
  "decide.ts": decide,
  "send.ts": send,
  "deadline.ts": deadline,
  "read-success.ts": readSuccess,
  "body.ts": body,
  "queue.ts": queue,
  "connection.ts": connection,
  "copy-cause.ts": copyCause,
  "read-field.ts": readField,
  "redact.ts": redact,
  "response.ts": response,
  "retry-after.ts": retryAfter,
  "report.ts": report,
  "stream.ts": stream,
  "element-cutter.ts": elementCutter,
  "errors.ts": errors,
  "call.ts": call,
  "create-client.ts": createClient,
  "read-request.ts": readRequest,
  "to-response.ts": toResponse,
};

export const mutations: readonly Mutation[] = Object.entries(byFile).flatMap(([file, rows]) =>
  rows.map(([find, replace, why, told]) => ({ file, find, replace, why, told })),
);
