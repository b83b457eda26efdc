import { each } from "../seed-data/lazy-array.js";
import type { Handler } from "./handler.js";

export const listLeads: Handler<"listLeads"> = (_input, { store }) => each(store.leads);
