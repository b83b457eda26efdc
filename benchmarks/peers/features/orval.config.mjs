const { BENCH_SPEC: input, BENCH_OUTPUT: folder } = process.env;

/** With the documented settings for header parameters, path values and the host of the contract. */
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
