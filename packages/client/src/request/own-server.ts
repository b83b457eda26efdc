import { type Operation, serverUrl } from "@serviceform/types";
import type { Settings } from "../options/settings.js";

/** Where an operation is: a `baseUrl` that is set stands for every server of the contract. */
export function baseUrlOf({ serverUrl: own }: Operation, { baseUrl }: Pick<Settings, "baseUrl">): string {
  return own && baseUrl === serverUrl ? own : baseUrl;
}
