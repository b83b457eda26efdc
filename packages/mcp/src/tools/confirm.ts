import {
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  inputRequired,
  inputResponse,
  type McpServer,
  type ServerContext,
} from "@modelcontextprotocol/server";
import type { Input } from "../input/validate-input.js";
import type { Session } from "../session/session.js";
import type { ToolResult } from "./tool-result.js";

/** The confirmation of a write that cannot be undone. */
export interface ConfirmRequest {
  readonly operationId: string;
  readonly input: Input;
  /** The effect of the operation with its IDs. Without text from the API, since people act on it. */
  readonly question: string;
  /** The token that the assistant passed. */
  readonly token: string | undefined;
  /** The response to a call without a token, if the client has no elicitation. */
  respondWithToken(token: string): Promise<CallToolResult>;
}

/** Returns undefined if the write may continue, else the response that ends the call. */
export type Confirm = (request: ConfirmRequest) => Promise<ToolResult | undefined>;

/** Elicits the consent of the user if the client can do that, else requires the token of an earlier call. */
export function createConfirm(server: McpServer, context: ServerContext, session: Session): Confirm {
  return async ({ operationId, input, question, token, respondWithToken }) => {
    const { confirmations } = session;
    if (token !== undefined) {
      if (confirmations.take(token, operationId, input)) return undefined;
      return decline("confirm is invalid for this input, used or older than 5 minutes; call again without it");
    }
    if (!canElicit(server, context)) return respondWithToken(confirmations.create(operationId, input));

    const response = inputResponse(context.mcpReq.inputResponses, "confirm");
    if (response.kind === "missing") {
      const elicitation = inputRequired.elicit({
        mode: "form",
        message: question,
        requestedSchema: { type: "object", properties: {} },
      });
      return inputRequired({
        inputRequests: { confirm: elicitation },
        requestState: confirmations.create(operationId, input),
      });
    }
    const isAccepted =
      response.kind === "elicit" && response.action === "accept" && response.content?.confirm !== false;
    if (!isAccepted) return decline("the user declined");
    const state = context.mcpReq.requestState<string>();
    if (typeof state === "string" && confirmations.take(state, operationId, input)) return undefined;
    return decline("the user's consent is for another input or came too late; call again");
  };
}

/** In the newer protocol, each request states the capabilities of its client. */
function canElicit(server: McpServer, { mcpReq }: ServerContext): boolean {
  const envelope = mcpReq.envelope as { readonly [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities } | undefined;
  const { elicitation } = envelope?.[CLIENT_CAPABILITIES_META_KEY] ?? server.server.getClientCapabilities() ?? {};
  // An empty object means forms, as clients of the first revision declare it.
  return elicitation !== undefined && ("form" in elicitation || Object.keys(elicitation).length === 0);
}

function decline(reason: string): CallToolResult {
  return { isError: true, content: [{ type: "text", text: `Nothing was deleted: ${reason}.` }] };
}
