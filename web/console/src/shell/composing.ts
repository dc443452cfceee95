/// What an input method, as Japanese is written with, does with a key.
interface Composing {
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/// The code of a key that the input method has taken (UI Events, legacy key attributes). Safari ends the composition before
/// it tells of the Enter that ended it, which nothing else gives away.
const taken = 229;

/// Whether the key belongs to an input method: it means nothing else then.
export function isForInputMethod({ isComposing, keyCode }: Composing): boolean {
  return isComposing || keyCode === taken;
}
