import type { AnyServiceformError } from "@serviceform/client";
import { assert } from "chai";

/** The reason with which a promise rejects. */
export async function caught(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("It resolves, but must reject.");
}

/** The error with which a promise rejects, which must be of a class of the client. */
export async function failure<Name extends AnyServiceformError["name"]>(
  name: Name,
  work: Promise<unknown>,
): Promise<Extract<AnyServiceformError, { name: Name }>> {
  const error = await caught(work);
  assert.strictEqual((error as Error | undefined)?.name, name, String(error));
  return error as Extract<AnyServiceformError, { name: Name }>;
}
