const { BENCH_SPEC: input, BENCH_OUTPUT: folder } = process.env;

/** With what its documentation has for header parameters, for path values and for the host of the contract. */
export default {
  features: {
    input,
    output: {
      target: `${folder}/client.ts`,
      client: "fetch",
      headers: true,
      urlEncodeParameters: true,
      baseUrl: { getBaseUrlFromSpecification: true },
    },
  },
};
