import { type Confirmations, createConfirmations } from "./confirmations.js";
import { type Cursors, createCursors } from "./cursors.js";

/** What calls of one client share: over HTTP each request gets a server of its own. */
export interface Session {
  readonly cursors: Cursors;
  readonly confirmations: Confirmations;
}

const sessions = new WeakMap<object, Session>();

/** The session of a client, which ends with it. */
export function sessionOf(client: object): Session {
  const known = sessions.get(client);
  if (known) return known;

  const session = { cursors: createCursors(), confirmations: createConfirmations() };
  sessions.set(client, session);
  return session;
}
