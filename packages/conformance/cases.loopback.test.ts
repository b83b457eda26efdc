import { allCases } from "./cases/all-cases.ts";
import { representatives } from "./runner/representatives.ts";
import { testOverSockets, travels } from "./runner/test-over-sockets.ts";

testOverSockets(allCases.map(([topic, cases]) => [topic, representatives(cases.filter(travels))]));
