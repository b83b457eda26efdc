/** In place of Node's `util`, which the fake timers require wherever there is a `process`, for `promisify(setTimeout)`. */
export const promisify = undefined;
