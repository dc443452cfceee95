import { count, flag, listOf, shape, text, time, type Guard } from "@chask/wire";
import { ask } from "../request";

/// A part of a weekday: 1 is Monday; times as `09:30`, `24:00` is the midnight at the end.
export interface Span {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

export interface DayOff {
  /// ISO 8601.
  readonly date: string;
  readonly yearly: boolean;
}

export interface Hours {
  readonly week: readonly Span[];
  readonly daysOff: readonly DayOff[];
}

/// What an organization says of itself; without hours it is always open, and they need a time zone.
export interface Profile {
  readonly name: string;
  readonly locales: readonly string[];
  readonly timeZone?: string;
  readonly hours?: Hours;
}

export interface OrganizationSettings extends Profile {
  readonly id: string;
  readonly open: boolean;
  readonly changesAt?: string;
}

const isSettings: Guard<OrganizationSettings> = shape(
  { id: text, name: text, locales: listOf(text), open: flag },
  {
    timeZone: text,
    hours: shape({
      week: listOf(shape({ day: count, from: text, to: text })),
      daysOff: listOf(shape({ date: text, yearly: flag })),
    }),
    changesAt: time,
  },
);

export const organizationKey: readonly string[] = ["settings", "organization"];

const path = "/v1/settings/organization";

export async function loadOrganization(): Promise<OrganizationSettings> {
  return ask({ method: "GET", path }, isSettings);
}

export async function saveOrganization(body: Profile): Promise<OrganizationSettings> {
  return ask({ method: "PUT", path, body }, isSettings);
}
