import { type Operation, security, securitySchemes } from "@serviceform/types";
import { invalidInput } from "../errors/invalid-input.js";

/** Throws `InvalidInput` for a query parameter that carries a credential of the call, beside which it would be sent. */
export function rejectCredentials(name: string, query: object = {}, own?: Operation["security"]): void {
  const schemes = (own ?? security).flat().map((option) => securitySchemes[option]);
  const isCredential = (key: string): boolean => schemes.some((one) => one?.kind === "query" && one.name === key);
  const key = Object.keys(query).find(isCredential);
  if (key === undefined) return;
  const param = `${name}.${key}`;
  throw invalidInput(param, "must not be set; the client sets it");
}
