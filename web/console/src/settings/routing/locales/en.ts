/// The page of teams and routing. The keys of this catalogue are those of all.
export const en = {
  routing: "Who gets a new conversation",
  routingHint:
    "Agents take conversations themselves, or each new one goes to whoever is online and has the fewest. Whoever claims or transfers one by hand always wins.",
  mode: "New conversations",
  manual: "Wait until an agent takes them",
  least_loaded: "Go to the agent with the fewest",
  capacity: "Conversations each",
  capacityHint: "Nobody is given more at once. Others wait under Unassigned until somebody has room.",
  away: "Away after (minutes)",
  awayHint: "After so long without a key or a movement in any of an agent’s pages.",
  giveBack: "Give back after (minutes)",
  giveBackHint:
    "Whoever is offline for so long loses the conversations that wait for an answer. Empty: everybody keeps all of theirs.",
  badNumber: "Enter a whole number from {least} to {most}.",

  teams: "Teams",
  teamsHint:
    "Hand a conversation to a team, and it waits for its members, or goes to the one of them with the fewest.",
  newTeam: "New team",
  noTeams: "No teams yet.",
  editTitle: "Team {name}",
  teamName: "Name",
  members: "Members",
  create: "Create team",
  save: "Save team",
  edit: "Edit team {name}",
  remove: "Dissolve team {name}",
  removeTitle: "Dissolve the team {name}?",
  removeText: "Its conversations stay, without a team. Its members stay agents.",
  removeAction: "Dissolve team",

  capacities: "Individual limits",
  capacitiesHint: "How many each agent is given at most. Empty: the number above.",
  capacityOf: "Conversations for {name}",
  TEAM_NAME_TAKEN: "Another team has this name.",
  TOO_MANY_TEAMS: "There are 100 teams; more are not possible.",
  INVALID_FIELD: "Enter a name of 1 to 60 characters.",
  NOT_FOUND: "It is gone. Reload the page.",
} as const;

export type TextKey = keyof typeof en;
