/// The end of a `switch` that names every case: the compiler refuses the call while one is missing.
export function unreachable(value: never): never {
  throw new Error(`a case is missing for ${JSON.stringify(value)}`);
}
