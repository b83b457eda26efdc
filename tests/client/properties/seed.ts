import fc from "fast-check";

// The same run every time, on every machine.
fc.configureGlobal({ seed: 20_250_101 });
