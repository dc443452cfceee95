/**
 * Members that never leave our own code, so the built files may call them by a letter: neither public API nor a chunk's
 * export, nor part of a frame, an answer of the server, a stored value, a message between tabs or a browser's object.
 * A name with both meanings does not belong here. The test `names.test.ts` compares the list with what is public.
 */
const ours = `
chunks environment emit aside facts onFailure model held engine shell effects book pending outbox toError hub
store sessions own vault timers onArrived write ask named onFrame quiet attempt subscribe until reading outage
track verdict newId refreshed marks persist reported onStatus loadHistory setVisible obtain isOnline
claim forget begin grown fail onConnection onEntry onSent setTyping setUnread countedTo explain touch seen
written onLoaded setLabel epochChanged inherit watchPage counted drainWindow undirected confirmed
isMissing failAll expire prefix advance isVisible source hung chance onCommitted onThread onChange
onFailed onText onLost setVisibleConversation setOpen setLook currentConversationId isFocused openSocket
randomBytes clearAll retryAfter isCommitted pingAfter reloads welcomed askFor fileTooLarge mark muted fresh
arrived chosen choose holes changed nodes onRefused retryMessage deleteMessage markAsRead
refuseFile openChannel openUpload isBusy hello helloText unreachable fileEmpty noNetwork tooManyFiles
contentTooLong tooFast away redirect tell report notSent newer
committed current refine ended tabs listener refused live box loss describe prove wire lost settled link turn use
node root why take names pause
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
