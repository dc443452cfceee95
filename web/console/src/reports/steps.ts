/// Which part of the loaded pages a step is. Undefined where it says nothing: steps count pages and conversations, not
/// people, so that a later one can be the greater.
export function shareOfLoaded(step: number, loaded: number): number | undefined {
  return loaded === 0 || step > loaded ? undefined : step / loaded;
}
