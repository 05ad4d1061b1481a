/** Stops the program: a false condition here is a programmer's mistake, never a user's. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
