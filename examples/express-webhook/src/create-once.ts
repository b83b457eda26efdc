import { isServiceformError, type ServiceformClient } from "@serviceform/client";

/** A form that somebody has filled in, as its sender reports it: perhaps more than once. */
export interface Submission {
  readonly id: string;
  readonly email: string;
}

/** Makes a function that creates one item for a submission, however often and however simultaneously it is reported. */
export function createOnce(serviceform: ServiceformClient, spaceId: string) {
  // In memory for the example. An app with several processes keeps both in its database.
  const created = new Map<string, Promise<string>>();
  const doubtful = new Set<string>();

  // #region create
  async function create({ id, email }: Submission): Promise<string> {
    // The API has no idempotency keys. After an answer that got lost, only looking tells whether the item is there.
    if (doubtful.has(id)) {
      const items = await serviceform.listItems({ spaceId });
      const item = items.find(({ primary_field }) => primary_field === email);
      if (item !== undefined) return item.id;
    }
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
