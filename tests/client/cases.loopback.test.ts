import { allCases } from "./cases/all-cases.ts";
import { representatives } from "./runner/representatives.ts";
import { testOverSockets, travels } from "./runner/test-over-sockets.ts";

// `pnpm sockets` runs them all.
testOverSockets(representatives(allCases.map(([topic, cases]) => [topic, cases.filter(travels)])));
