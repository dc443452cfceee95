import type { AgentApi, Colleague, Tag, Team } from "@chask/client";
import { useQuery } from "@tanstack/react-query";
import { api } from "../shell/client";

const freshMilliseconds = 30_000;

export const tagsKey = ["tags"] as const;

export const colleaguesQuery: {
  readonly queryKey: readonly string[];
  readonly queryFn: AgentApi["listColleagues"];
  readonly staleTime: number;
} = {
  queryKey: ["colleagues"],
  queryFn: api.listColleagues,
  staleTime: freshMilliseconds,
};

/// The agents of the organization, by name; empty until they are loaded.
export function useColleagues(): readonly Colleague[] {
  const query = useQuery(colleaguesQuery);
  return query.data ?? notLoaded;
}

export const teamsKey = ["teams"] as const;

export const teamsQuery: {
  readonly queryKey: typeof teamsKey;
  readonly queryFn: AgentApi["listTeams"];
  readonly staleTime: number;
} = {
  queryKey: teamsKey,
  queryFn: api.listTeams,
  staleTime: freshMilliseconds,
};

/// The organization's teams, by name; empty until they are loaded.
export function useTeams(): readonly Team[] {
  const query = useQuery(teamsQuery);
  return query.data ?? notLoaded;
}

/// The organization's tags, by name; empty until they are loaded.
export function useTags(): readonly Tag[] {
  const query = useQuery({ queryKey: tagsKey, queryFn: api.listTags, staleTime: freshMilliseconds });
  return query.data ?? notLoaded;
}

/// What stands for a list until it has come.
export const notLoaded: readonly never[] = [];
