import { isServiceformError, type ServiceformClient } from "@serviceform/client";

/** A form that somebody has filled in, as its sender reports it: perhaps more than once. */
export interface Submission {
  readonly id: string;
  readonly email: string;
}

/** What an app keeps in its database: in memory, as here, it is lost with the process. */
export interface State {
  /** The item of each submission that is done. */
  readonly created: Map<string, string>;
  /** Submissions whose item may exist. */
  readonly doubtful: Set<string>;
}

/** Makes a function that creates one item for a submission, however often and however simultaneously it is reported. */
export function createOnce(
  serviceform: ServiceformClient,
  spaceId: string,
  { created, doubtful }: State = { created: new Map(), doubtful: new Set() },
) {
  // Several processes need a lock on the submission in their database instead.
  const running = new Map<string, Promise<string>>();

  // #region create
  // `created` has the item of each submission that is done, `doubtful` those whose item may exist. Keep both in your database.
  async function create(submission: Submission): Promise<string> {
    const { id } = submission;
    const itemId = created.get(id) ?? (await findLost(submission)) ?? (await createItem(submission));
    created.set(id, itemId);
    doubtful.delete(id);
    return itemId;
  }

  /** The API has no idempotency keys: after a lost response, only a look at the space shows whether the item is there. */
  async function findLost({ id, email }: Submission): Promise<string | undefined> {
    if (!doubtful.has(id)) return undefined;
    const items = await serviceform.listItems({ spaceId });
    // The item of another submission can have the same address.
    const others = new Set(created.values());
    return items.find((item) => item.primary_field === email && !others.has(item.id))?.id;
  }

  async function createItem({ id, email }: Submission): Promise<string> {
    // Before the request, so that it is known even if the process ends now.
    doubtful.add(id);
    try {
      const item = await serviceform.createItem({ spaceId, primary_field: email });
      return item.id;
    } catch (error) {
      if (isServiceformError(error) && !error.mayHaveSucceeded) doubtful.delete(id);
      throw error;
    }
  }
  // #endregion

  return (submission: Submission): Promise<string> => {
    const { id } = submission;
    // What failed is tried again when the sender reports it again.
    const result = running.get(id) ?? create(submission).finally(() => running.delete(id));
    running.set(id, result);
    return result;
  };
}
