import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** The size of both semi-spaces. With less, collections take longer than the export; more is not faster. */
const ENOUGH_BYTES = 16 * 2 ** 20;

/**
 * Returns a function to call from time to time, which keeps V8 from growing the space for short-lived objects. A long
 * list creates only such objects, and the space would grow to 128 MB. The limit applies to the whole process.
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
