/** The body of the response with an item. */
export const ITEM = JSON.stringify({
  id: "item-1",
  primary_field: "Acme",
  space_id: "space-1",
  created: "2024-08-30T05:48:46Z",
});
