import type { OperationId } from "@serviceform/types";
import type { ResponseIssue } from "./observers.js";

/** What happens when a response does not match the contract. */
export type ValidationMode = "off" | "warn" | "throw";

/** The part of the validators that the client uses. */
export type Validators = {
  readonly [Id in OperationId]: Readonly<Record<"output" | "element", ResponseValidator>> & {
    /** By status, if there are several successes. */
    readonly outputs?: { readonly [status: number]: ResponseValidator };
  };
};

interface ResponseValidator {
  validate(value: unknown): readonly (Omit<ResponseIssue, "operation"> & { readonly message: string })[];
}
