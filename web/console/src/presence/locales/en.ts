/// Who is there, teams, and what was done with a conversation. The keys of this catalogue are those of all.
export const en = {
  choice: "How colleagues and visitors see you",
  awayByItself: "You have done nothing for a while, so you are seen as away.",
  teams: "Teams",
  team: "Team",
  anyTeam: "Any team",
  noTeam: "No team",
  inTeam: "Team {team}",

  claimed: "{actor} claimed the conversation",
  assigned: "{actor} gave the conversation to {agent}",
  unassigned: "{actor} took the conversation from {agent}",
  released: "{actor} put the conversation back",
  routed: "Given to {agent} automatically",
  givenBack: "Taken back from {agent}, who is offline",
  handedOver: "Taken from {agent}, whose account {actor} disabled",
  moved: "{actor} moved the conversation to {team}",
  movedOut: "{actor} took the conversation out of its team",
  resolved: "{actor} resolved the conversation",
  reopened: "{actor} reopened the conversation",
  snoozed: "{actor} snoozed the conversation until {time}",
  woken: "{actor} ended the snooze",
  wokenByTime: "The snooze has ended",
  rated1: "The visitor rated the conversation: 1 of 5 (very bad)",
  rated2: "The visitor rated the conversation: 2 of 5 (bad)",
  rated3: "The visitor rated the conversation: 3 of 5 (okay)",
  rated4: "The visitor rated the conversation: 4 of 5 (good)",
  rated5: "The visitor rated the conversation: 5 of 5 (very good)",
} as const;

export type TextKey = keyof typeof en;
