/** The errors of the tools, for an assistant to read before one occurs. */
export const errorGuide = `# Errors of the Serviceform tools

Every error states its cause, whether a write may have been carried out, and the next step.

- **Invalid input**: a parameter is unknown, missing or invalid. Nothing was sent. Correct it.
- **ApiError 400, 422**: the API rejected the input. Correct it.
- **ApiError 401, 403**: the key is invalid or lacks access. Ask the user to check it. Do not retry.
- **ApiError 404**: there is no such space or item. Check the IDs with a list tool.
- **ApiError 429**: too many requests. Wait as long as the error states.
- **ApiError 5xx, ConnectionError, TimeoutError, ResponseError**: the API failed or did not respond. Retry once, after the
  delay that the error may state, then report it to the user. If the error states that a write may have been carried out,
  list before you retry: a second create makes a second item.
`;
