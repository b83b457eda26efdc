import { type Confirmations, createConfirmations } from "./confirmations.js";
import { type Cursors, createCursors } from "./cursors.js";

/** The state that calls of one client share: over HTTP each request gets its own server. */
export interface Session {
  readonly cursors: Cursors;
  readonly confirmations: Confirmations;
}

const sessions = new WeakMap<object, Session>();

/** The session of a client, which is released with the client. */
export function sessionOf(client: object): Session {
  const known = sessions.get(client);
  if (known) return known;

  const session = { cursors: createCursors(), confirmations: createConfirmations() };
  sessions.set(client, session);
  return session;
}
