import { isServiceformError, type ServiceformClient } from "@serviceform/client";

/** A form that somebody has filled in, as its sender reports it: perhaps more than once. */
export interface Submission {
  readonly id: string;
  readonly email: string;
}

/** Makes a function that creates one item for a submission, however often and however simultaneously it is reported. */
export function createOnce(serviceform: ServiceformClient, spaceId: string) {
  // In memory for the example. An app with several processes keeps all three in its database.
  const created = new Map<string, Promise<string>>();
  const doubtful = new Set<string>();
  const known = new Set<string>();

  // #region create
  async function create(submission: Submission): Promise<string> {
    const itemId = (await findLost(submission)) ?? (await createItem(submission));
    known.add(itemId);
    return itemId;
  }

  /** The API has no idempotency keys: after a lost response, only a look at the space shows whether the item is there. */
  async function findLost({ id, email }: Submission): Promise<string | undefined> {
    if (!doubtful.has(id)) return undefined;
    const items = await serviceform.listItems({ spaceId });
    // A known item belongs to an earlier submission with the same address.
    return items.find((item) => item.primary_field === email && !known.has(item.id))?.id;
  }

  async function createItem({ id, email }: Submission): Promise<string> {
    try {
      const item = await serviceform.createItem({ spaceId, primary_field: email });
      return item.id;
    } catch (error) {
      if (isServiceformError(error) && error.mayHaveSucceeded) doubtful.add(id);
      throw error;
    }
  }
  // #endregion

  return (submission: Submission): Promise<string> => {
    const { id } = submission;
    const running = created.get(id) ?? create(submission);
    created.set(id, running);
    // What failed is tried again when the sender reports it again.
    running.catch(() => created.delete(id));
    return running;
  };
}
