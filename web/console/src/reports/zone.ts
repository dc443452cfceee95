import { useQuery } from "@tanstack/react-query";
import type { Asked } from "../settings/form/LoadProblem";
import { loadOrganization, organizationKey } from "../settings/organization/api";

/// Whose days and hours the reports show.
export interface Zone {
  readonly name: string;
  /// Whether the organization has named it; else it is this browser's.
  readonly own: boolean;
}

/// Undefined until it is known.
export function useZone(): { readonly zone: Zone | undefined; readonly query: Asked } {
  const query = useQuery({ queryKey: organizationKey, queryFn: loadOrganization });
  return { zone: query.data === undefined ? undefined : zoneOf(query.data.timeZone), query };
}

function zoneOf(named: string | undefined): Zone {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return named !== undefined && isKnown(named) ? { name: named, own: true } : { name: here, own: false };
}

/// The server may know zones of which this browser has never heard.
function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
