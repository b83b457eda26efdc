import type { ToolAnnotations } from "@modelcontextprotocol/server";
import type { ServiceformClient } from "@serviceform/client";
import type { JsonSchema } from "@serviceform/types/describe";
import type { Input } from "../input/validate-input.js";
import type { Settings } from "../options.js";
import type { Session } from "../session/session.js";
import type { Confirm } from "./confirm.js";
import type { ToolResult } from "./tool-result.js";

/** What an assistant can call. */
export interface Tool {
  readonly name: string;
  /** Begins with the words of a title: a title of its own would take room in the list. */
  readonly description: string;
  /** A closed object; `run` gets only what matches it. */
  readonly input: JsonSchema;
  /** What the list shows of the input, where it has no room for the whole. */
  readonly listedInput?: JsonSchema;
  readonly annotations: Required<Omit<ToolAnnotations, "title">>;
  run(input: Input, call: ToolCall): Promise<ToolResult>;
}

/** One invocation of a tool. */
export interface ToolCall {
  readonly client: ServiceformClient;
  readonly settings: Settings;
  readonly session: Session;
  /** Aborted where the assistant cancels the call. */
  readonly signal: AbortSignal;
  readonly confirm: Confirm;
}

/** Of a tool that reads the API and changes nothing. */
export const READ_ONLY: Tool["annotations"] = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: true,
};

/** `listLeads` as a tool is `list_leads`. */
export function toToolName(operationId: string): string {
  return operationId.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
