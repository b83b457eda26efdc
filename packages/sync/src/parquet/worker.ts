import { workerData } from "node:worker_threads";
import { serve } from "../sqlite/remote.js";
import { ParquetStore } from "./parquet-store.js";

serve(new ParquetStore(String(workerData)));
