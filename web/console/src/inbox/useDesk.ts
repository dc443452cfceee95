import type { Colleague, Tag, Team } from "@chask/client";
import { useQuery } from "@tanstack/react-query";
import { api } from "../shell/client";

const freshMilliseconds = 30_000;

export const tagsKey = ["tags"] as const;

/// The agents of the organization, by name; empty until they are loaded.
export function useColleagues(): readonly Colleague[] {
  const query = useQuery({
    queryKey: ["colleagues"],
    queryFn: api.listColleagues,
    staleTime: freshMilliseconds,
  });
  return query.data ?? none;
}

export const teamsKey = ["teams"] as const;

/// The organization's teams, by name; empty until they are loaded.
export function useTeams(): readonly Team[] {
  const query = useQuery({ queryKey: teamsKey, queryFn: api.listTeams, staleTime: freshMilliseconds });
  return query.data ?? none;
}

/// The organization's tags, by name; empty until they are loaded.
export function useTags(): readonly Tag[] {
  const query = useQuery({ queryKey: tagsKey, queryFn: api.listTags, staleTime: freshMilliseconds });
  return query.data ?? none;
}

const none: readonly never[] = [];
