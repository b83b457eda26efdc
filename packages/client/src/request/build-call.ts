import type { Operation, OperationId } from "@serviceform/types";
import { withPublicErrors } from "../errors/invalid-input.js";
import type { CallOptions } from "../options/call-options.js";
import { parseCallOptions, type Settings } from "../options/settings.js";
import type { Call } from "./call.js";
import { writeMembers } from "./serialize-body.js";
import { createPathSerializer } from "./serialize-path.js";
import { writeQuery } from "./serialize-query.js";
import { addExtra, splitInput } from "./split-input.js";

/** The arguments of a method. */
export type MethodArguments = [input?: unknown, options?: CallOptions];

/** Builds a call of one operation from the arguments of its method. Throws `ConfigurationError`. */
export type BuildCall = (args: MethodArguments, how: { readonly streaming: boolean }) => Call;

export function createCallBuilder(operationId: OperationId, operation: Operation, settings: Settings): BuildCall {
  const { method, path: template, shadow } = operation;
  const serializePath = createPathSerializer(template, shadow);
  const callInfo = { operation: operationId, method, url: settings.baseUrl + template };

  return ([input, options], { streaming }) => {
    const startedAt = performance.now();
    return withPublicErrors(() => {
      const callSettings = options === undefined ? settings : parseCallOptions(options, settings);
      const { path, query, body } = addExtra(operation, splitInput(operation, input), callSettings.extra);
      const requestUrl = settings.baseUrl + serializePath(path) + writeQuery(query);
      const text = body && writeMembers("", body);
      return { operationId, operation, settings: callSettings, requestUrl, body: text, streaming, startedAt };
    }, callInfo);
  };
}
