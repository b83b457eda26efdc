import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** Of both halves. With less, collections take longer than the export; more is not faster. */
const ENOUGH_BYTES = 16 * 2 ** 20;

/**
 * Returns a function to be called now and then, which keeps V8 from reserving ever more memory for what dies young. That is
 * all that a long list leaves behind, and grows to 128 MB otherwise. It counts for the whole process.
 */
export function createYoungHeapLimit(): () => void {
  let isLimited = false;
  return () => {
    if (isLimited) return;
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
    if (!young || young.space_size < ENOUGH_BYTES) return;
    isLimited = true;
    setFlagsFromString("--semi-space-growth-factor=1");
  };
}
