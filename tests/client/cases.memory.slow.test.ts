import { allCases } from "./cases/all-cases.ts";
import { testInMemory } from "./runner/test-in-memory.ts";

testInMemory(allCases);
