import { serve } from "./remote.js";
import { SqliteStore } from "./sqlite-store.js";

serve((path) => new SqliteStore(String(path)));
