import { allCases } from "./cases/all-cases.ts";
import { testOverSockets, travels } from "./runner/test-over-sockets.ts";

testOverSockets(allCases.map(([topic, cases]) => [topic, cases.filter(travels)]));
