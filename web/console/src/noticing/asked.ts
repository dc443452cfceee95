/// More conversations than change within a while.
const most = 300;

/// Asks what a row only counts, its notes or the lines of its log: once at each number of them, because rows tell of
/// everything else too. What could not be had is nothing, and is asked for again by the next row.
export function createAsked<T>(
  load: (conversation: string) => Promise<readonly T[]>,
): (conversation: string, count: number) => Promise<readonly T[]> {
  const answers = new Map<string, { readonly count: number; readonly answer: Promise<readonly T[]> }>();
  return (conversation, count) => {
    if (count === 0) {
      return Promise.resolve([]);
    }
    const known = answers.get(conversation);
    if (known?.count === count) {
      return known.answer;
    }
    const answer = load(conversation).catch(() => {
      if (answers.get(conversation)?.answer === answer) {
        answers.delete(conversation);
      }
      return [];
    });
    answers.delete(conversation);
    answers.set(conversation, { count, answer });
    if (answers.size > most) {
      answers.delete(answers.keys().next().value ?? conversation);
    }
    return answer;
  };
}
