import type { Adoption } from "../outbox/adopt";
import type { Core } from "./core";
import type { Kept } from "./session";
import { landing } from "./take-session";

/** How this tab takes over from others. */
export function adoptionOf(core: Core, session: Kept): Adoption {
  const { engine, key, tab, tabs, vault } = core;
  return {
    owner: session.visitor,
    former: session.former,
    conversation: landing(core, session),
    vault,
    outbox: engine.outbox,
    prefix: `${key}:out:`,
    tab,
    inherit: (other, run) => tabs().inherit(other, run),
  };
}
