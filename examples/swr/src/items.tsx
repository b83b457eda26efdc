import type { ServiceformClient } from "@serviceform/client";
import useSWR from "swr";
import useSWRMutation from "swr/mutation";

interface Props {
  readonly serviceform: ServiceformClient;
  readonly spaceId: string;
}

export function Items({ serviceform, spaceId }: Props) {
  // #region hooks
  // The client already retries temporary failures, so SWR need not.
  const options = { shouldRetryOnError: false };
  const key = { operation: "listItems", spaceId };
  const items = useSWR(key, ({ spaceId }) => serviceform.listItems({ spaceId }), options);

  // Fetches the list again when it has finished.
  const create = useSWRMutation(key, ({ spaceId }, { arg }: { arg: string }) =>
    serviceform.createItem({ spaceId, primary_field: arg }),
  );
  // #endregion

  if (items.isLoading) return <p>Loading</p>;
  const problem: unknown = items.error ?? create.error;
  return (
    <>
      {problem instanceof Error && <p role="alert">{problem.message}</p>}
      <ul>
        {items.data?.map(({ id, primary_field }) => (
          <li key={id}>{primary_field}</li>
        ))}
      </ul>
      <button type="button" onClick={() => create.trigger("Acme").catch(() => {})}>
        Add Acme
      </button>
    </>
  );
}
