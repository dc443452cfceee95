import { useEffect } from "react";
import type { WorkChange } from "../conversation/useWork";

/// What can be done with the conversation that is open.
export interface Offered {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
  readonly change: WorkChange;
}

let present: Offered | undefined;

/// The conversation that is open now.
export function offered(): Offered | undefined {
  return present;
}

/// Lets the palette act on this conversation while it is open.
export function useOffer(offer: Offered): void {
  useEffect(() => {
    present = offer;
    return () => {
      present = undefined;
    };
  });
}
