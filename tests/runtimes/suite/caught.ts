import type { AnyServiceformError } from "@serviceform/client";
import { assert } from "chai";

/** What a promise rejects with. */
export async function caught(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("It resolves where it has to reject.");
}

/** The error of the client that a promise rejects with, which has to be of a class. */
export async function failure<Name extends AnyServiceformError["name"]>(
  name: Name,
  work: Promise<unknown>,
): Promise<Extract<AnyServiceformError, { name: Name }>> {
  const error = await caught(work);
  assert.strictEqual((error as Error | undefined)?.name, name, String(error));
  return error as Extract<AnyServiceformError, { name: Name }>;
}
