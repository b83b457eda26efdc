import { useQueryClient } from "@tanstack/react-query";
import type { Api } from "./create-api.ts";

export function Items({ api, spaceId }: { api: Api; spaceId: string }) {
  // #region hooks
  const init = { params: { path: { spaceId } } };
  const items = api.useQuery("get", "/flex/spaces/{spaceId}/items", init);

  const queries = useQueryClient();
  const create = api.useMutation("post", "/flex/spaces/{spaceId}/items", {
    // Also after a failure: the item may have been created although the response was lost.
    onSettled: () =>
      queries.invalidateQueries({ queryKey: api.queryOptions("get", "/flex/spaces/{spaceId}/items", init).queryKey }),
  });
  const add = (form: FormData) => {
    create.mutate({ ...init, body: { primary_field: String(form.get("name")) } });
  };
  // #endregion

  if (items.isPending) return <p>Loading</p>;
  if (items.isError) return <p role="alert">{items.error.message}</p>;
  return (
    <>
      <ul>
        {items.data.map(({ id, primary_field }) => (
          <li key={id}>{primary_field}</li>
        ))}
      </ul>
      <form action={add}>
        <input name="name" aria-label="Name" />
        <button type="submit">Add</button>
      </form>
      {create.isError && <p role="alert">{create.error.message}</p>}
    </>
  );
}
