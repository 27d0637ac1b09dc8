/** States what the types cannot: a broken one is a mistake of relief and stops the run before anything is put in place. */

/** Throws where the condition does not hold. */
export function invariant(condition: boolean, cannotBeFalse: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${cannotBeFalse}`);
}
