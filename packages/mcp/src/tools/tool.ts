import type { ToolAnnotations } from "@modelcontextprotocol/server";
import type { ServiceformClient } from "@serviceform/client";
import type { JsonSchema } from "@serviceform/types/describe";
import type { Input } from "../input/validate-input.js";
import type { Settings } from "../options.js";
import type { Session } from "../session/session.js";
import type { Confirm } from "./confirm.js";
import type { ToolResult } from "./tool-result.js";

/** A tool that an assistant can call. */
export interface Tool {
  readonly name: string;
  /** Begins with the words of a title: a separate title would take space in the list. */
  readonly description: string;
  /** A closed object; `run` gets only valid input. */
  readonly input: JsonSchema;
  /** The input in the list, if the complete one is too large, or not what hosts accept. */
  readonly listedInput?: JsonSchema;
  readonly annotations: Required<Omit<ToolAnnotations, "title">>;
  run(input: Input, call: ToolCall): Promise<ToolResult>;
}

/** One invocation of a tool. */
export interface ToolCall {
  readonly client: ServiceformClient;
  readonly settings: Settings;
  readonly session: Session;
  /** Aborts if the assistant cancels the call. */
  readonly signal: AbortSignal;
  readonly confirm: Confirm;
}

/** The annotations of a tool that reads the API and changes nothing. */
export const READ_ONLY: Tool["annotations"] = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: true,
};

/** The tool name of an operation: `list_leads` for `listLeads`. */
export function toToolName(operationId: string): string {
  return operationId.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
