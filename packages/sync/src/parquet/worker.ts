import { serve } from "../sqlite/remote.js";
import { ParquetStore } from "./parquet-store.js";

serve((folder) => new ParquetStore(String(folder)));
