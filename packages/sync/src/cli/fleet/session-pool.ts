import { postgresTarget, type Transaction } from "../../postgres/index.js";
import type { Target } from "../../target/target.js";

interface Session {
  readonly target: Target;
  beforeDone: (transaction: Transaction) => Promise<void>;
  uses: number;
}

/** Reuses sessions of the fleet's database: opening a session takes longer than many jobs. */
export class SessionPool {
  readonly #database: string;
  readonly #idle: Session[] = [];

  constructor(database: string) {
    this.#database = database;
  }

  /**
   * Passes a session to `work`. If `work` throws or returns false, the session is not used again, since its state is
   * unknown.
   */
  async use(beforeDone: Session["beforeDone"], work: (target: Target) => Promise<boolean>): Promise<void> {
    const session = this.#idle.pop() ?? createSession(this.#database);
    session.beforeDone = beforeDone;
    session.uses += 1;
    let isSound = false;
    try {
      isSound = await work(session.target);
    } finally {
      if (isSound && session.uses < MAX_USES) this.#idle.push(session);
      else await session.target.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(({ target }) => target.close()));
  }
}

function createSession(database: string): Session {
  const beforeDone = (transaction: Transaction): Promise<void> => session.beforeDone(transaction);
  const session: Session = { target: postgresTarget(database, { beforeDone }), beforeDone: async () => {}, uses: 0 };
  return session;
}

/** Vacuum does not clean the temporary tables of a session, so it is closed before they grow large. */
const MAX_USES = 50;
