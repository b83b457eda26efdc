const { BENCH_SPEC: input, BENCH_OUTPUT: folder, BENCH_SEND: path } = process.env;

export default {
  api: {
    input,
    output: {
      target: `${folder}/client.ts`,
      client: "fetch",
      override: { mutator: { path, name: "send" }, fetch: { includeHttpResponseReturnType: false } },
    },
  },
};
