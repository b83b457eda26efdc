import { workerData } from "node:worker_threads";
import { serve } from "./remote.js";
import { SqliteStore } from "./sqlite-store.js";

serve(new SqliteStore(String(workerData)));
