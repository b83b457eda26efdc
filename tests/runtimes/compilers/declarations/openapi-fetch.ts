import { createFetchClient } from "@serviceform/client/openapi-fetch";

export const client = createFetchClient();
export const spaces = () => createFetchClient().GET("/flex/spaces");
export const { GET, POST, request, use } = client;
export const leads = async () => (await client.GET("/leads", { parseAs: "text" })).data;
export const failure = async (spaceId: string) =>
  (await client.GET("/flex/spaces/{spaceId}/items", { params: { path: { spaceId } } })).error;
export const created = (spaceId: string) =>
  client.POST("/flex/spaces/{spaceId}/items", { params: { path: { spaceId } }, body: { primary_field: "Acme" } });
export const middleware = (one: Parameters<typeof client.use>[0]) => one;
