/// The page of notifications. The keys of this catalogue are those of all.
export const en = {
  where: "These choices hold for you on this browser. Make them again on each device you work with.",
  kinds: "What you are told of",
  kindsHint:
    "You are told once, however many tabs are open; never while you look at the conversation, nor of what you did yourself.",
  "kind.mine": "Messages in conversations that are yours",
  "kind.unassigned": "Messages in conversations that nobody has",
  "kind.assigned": "Conversations that are assigned to you",
  "kind.woken": "Your conversations whose snooze ends",
  "kind.mentions": "Notes that mention you",
  browser: "Browser notifications",
  browserHint: "They appear outside of this window too. A click on one opens the conversation.",
  allow: "Allow notifications",
  denied:
    "This browser blocks notifications from here. Allow them in the browser’s settings for this site, then reload the page.",
  missing: "This browser shows no notifications here. They need an address that begins with https://.",
  refused:
    "This browser cannot show notifications of the console. Use one on a computer; sounds can be heard here too.",
  show: "Show notifications",
  preview: "Show what was written",
  previewHint: "Switch it off if others can see your screen.",
  try: "Show one now",
  tryTitle: "This is a notification",
  tryBody: "New messages will look like this.",
  sound: "Sound",
  soundHint: "A browser plays it once you have clicked or typed in the console.",
  "sound.none": "None",
  "sound.chime": "Chime",
  "sound.drop": "Drop",
  "sound.knock": "Knock",
  quiet: "Quiet hours",
  quietHint: "No notification and no sound. The number in the tab’s title goes on counting.",
  quietOn: "Keep quiet every day",
  quietFrom: "From",
  quietTo: "To",
  zone: "Time zone",
} as const;

export type TextKey = keyof typeof en;
