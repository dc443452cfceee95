export const words = {
  /** Outside the opening hours; the time is a weekday and an hour, or an hour of today. */
  back: "Back {time}.",
} as const;

export type OwnCatalogue = Readonly<Record<keyof typeof words, string>>;
