import {
  type Operation,
  type OperationId,
  type SentBody,
  usesBodyMedia,
  usesHeaderParameters,
  usesOwnServers,
  usesStyles,
  usesWholeBodies,
} from "@serviceform/types";
import { withPublicErrors } from "../errors/invalid-input.js";
import type { CallOptions } from "../options/call-options.js";
import { parseCallOptions, type Settings } from "../options/settings.js";
import type { Call } from "./call.js";
import { baseUrlOf } from "./own-server.js";
import type { Member } from "./plain-data.js";
import { writeJson, writeMembers } from "./serialize-body.js";
import { serializeHeaders } from "./serialize-headers.js";
import { createPathSerializer } from "./serialize-path.js";
import { writeQuery } from "./serialize-query.js";
import { writeStyledQuery } from "./serialize-styled.js";
import { addExtra, splitInput } from "./split-input.js";
import { writeMediaBody } from "./write-media-body.js";

/** The arguments of a method. */
export type MethodArguments = [input?: unknown, options?: CallOptions];

/** Builds a call of one operation from the arguments of its method. Throws `ConfigurationError`. */
export type BuildCall = (args: MethodArguments, how: { readonly streaming: boolean }) => Call;

export function createCallBuilder(operationId: OperationId, operation: Operation, settings: Settings): BuildCall {
  const { method, path: template } = operation;
  const serializePath = createPathSerializer(template, operation);
  const baseUrl = usesOwnServers ? baseUrlOf(operation, settings) : settings.baseUrl;
  const callInfo = { operation: operationId, method, url: baseUrl + template };

  return ([input, options], { streaming }) => {
    const startedAt = performance.now();
    return withPublicErrors(() => {
      const callSettings = options === undefined ? settings : parseCallOptions(options, settings);
      const { path, query, body } = addExtra(operation, splitInput(operation, input), callSettings.extra);
      return {
        operationId,
        operation: usesHeaderParameters ? withIdempotencyKey(operation, path) : operation,
        settings: usesHeaderParameters ? withHeaders(callSettings, serializeHeaders(operation, path)) : callSettings,
        requestUrl:
          baseUrl + serializePath(path) + (usesStyles ? writeStyledQuery(operation, query) : writeQuery(query)),
        body: body && (usesBodyMedia || usesWholeBodies ? writeBody(operation, body) : writeMembers("", body)),
        streaming,
        startedAt,
      };
    }, callInfo);
  };
}

/** If the API can recognize a repeated request, it may be retried (draft-ietf-httpapi-idempotency-key-header). */
function withIdempotencyKey(operation: Operation, values: object): Operation {
  const hasKey = operation.headerKeys?.some((key) => key.toLowerCase() === "idempotency-key" && key in values);
  return hasKey ? { ...operation, idempotent: true } : operation;
}

function withHeaders(settings: Settings, headers: Readonly<Record<string, string>>): Settings {
  return { ...settings, headers: { ...settings.headers, ...headers } };
}

/** Writes a body that may be other than an object of the members. */
function writeBody(operation: Operation, body: readonly Member[]): SentBody | undefined {
  if (usesBodyMedia && operation.requestBody) return writeMediaBody(operation, body);
  return operation.wholeBody ? writeWholeBody(body) : writeMembers("", body);
}

/** Writes the value of the input key `body` as JSON; without the key there is no body. */
function writeWholeBody([member]: readonly Member[]): string | undefined {
  return member && writeJson("body", member[1]);
}
