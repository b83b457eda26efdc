import { type Operation, serverUrl } from "@serviceform/types";
import type { Settings } from "../options/settings.js";

/** The base URL of an operation: a `baseUrl` that is set replaces every server of the contract. */
export function baseUrlOf({ serverUrl: own }: Operation, { baseUrl }: Pick<Settings, "baseUrl">): string {
  return own && baseUrl === serverUrl ? own : baseUrl;
}
