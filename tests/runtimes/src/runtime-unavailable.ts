/** Its message names the command that installs the runtime. */
export class RuntimeUnavailable extends Error {}
