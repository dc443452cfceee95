/**
 * Members that never leave our own code, so the built files may call them by a letter: neither public API nor a chunk's
 * export, nor part of a frame, an answer of the server, a stored value, a message between tabs or a browser's object.
 * A name with both meanings does not belong here. The test `names.test.ts` compares the list with what is public.
 */
const ours = `
environment engine outbox book chunks shell hub held aside vault reading toError texts facts timers
onConnection onFrame onFailure onArrived onStatus onLoaded onEntry onSent onCommitted onThread onChange onFailed
onText onRefused onLost loadHistory setTyping setVisible setVisibleConversation setUnread setOpen setLabel setLook
retryMessage deleteMessage newConversation markAsRead currentConversationId refuseFile
epochChanged inherit obtain verdict outage quiet isOnline isFocused watchPage openChannel openSocket openUpload
randomBytes counted countedTo drainWindow clearAll retryAfter undirected newId claim explain confirmed
isCommitted isMissing failAll expire pingAfter reloads welcomed askFor refreshed touch isBusy attempt
greeting greetingText unreachable team fileEmpty noNetwork notSent fileTooLarge tooManyFiles contentTooLong
tooFast newer away
model effects emit events store marks sessions prefix pending advance persist subscribe isVisible source forget mark
write track muted ask own seen begin until hung fresh chance written arrived chosen choose holes panel extra thread
redirect changed reported nodes fail tell report
`;

const letters = "abcdefghijklmnopqrsuwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The names, in the order that decides which is called what. */
export const internal: readonly string[] = ours.split(/\s+/u).filter(Boolean);

/** What each is called: a letter that is no frame's member, later ones with a digit. The same in every file of a build. */
export const short: ReadonlyMap<string, string> = new Map(
  internal.map((name, index) => {
    const round = Math.floor(index / letters.length);
    return [name, `${letters.charAt(index % letters.length)}${round || ""}`];
  }),
);
