import { describe, expect, test } from "vitest";
import { codePoints, emptyDraft, noteKey, readiness, type Upload, type UploadState } from "./draft";
import { chooseNote, createDrafts, isNote, takeUp, type Drafts } from "./drafts";

/// A storage as the browser gives it: its keys are its own properties.
function newStorage(): Storage {
  const storage = Object.create({
    getItem: (key: string) => Reflect.get(storage, key) ?? null,
    setItem: (key: string, value: string) => Reflect.set(storage, key, value),
    removeItem: (key: string) => Reflect.deleteProperty(storage, key),
  });
  return storage;
}

function upload(state: UploadState): Upload {
  return { key: "upload-1", name: "x.txt", size: 1, file: new File(["x"], "x.txt"), state };
}

const attachment = { id: "1", name: "x.txt", mimeType: "text/plain", size: 1, url: "/x", inline: false };

describe("a draft", () => {
  test("stays with its conversation", () => {
    const drafts = createDrafts(undefined, "ada");
    drafts.change("a", (draft) => ({ ...draft, text: "Hello" }));
    expect(drafts.get("a").text).toBe("Hello");
    expect(drafts.get("b")).toBe(emptyDraft);
  });

  test("outlives its tab, for the same agent only", () => {
    const storage = newStorage();
    createDrafts(storage, "ada").change("a", (draft) => ({ ...draft, text: "Hello" }));
    expect(createDrafts(storage, "ada").get("a").text).toBe("Hello");
    expect(createDrafts(storage, "lin").get("a").text).toBe("");
  });

  test("keeps the files that have arrived through a reload, and drops the others", () => {
    const storage = newStorage();
    const uploads = [upload({ kind: "ready", attachment }), upload({ kind: "uploading", progress: 0.5 })];
    createDrafts(storage, "ada").change("a", (draft) => ({ ...draft, uploads }));
    const reloaded = createDrafts(storage, "ada");
    expect(reloaded.get("a").uploads).toEqual([
      { key: "1", name: "x.txt", size: 1, state: { kind: "ready", attachment } },
    ]);
    expect(readiness(reloaded.get("a"))).toBe("ready");
    reloaded.change("a", () => emptyDraft);
    expect(Object.keys(storage)).toEqual([]);
  });

  test("keeps what it answers through a reload, until it is sent", () => {
    const storage = newStorage();
    const replyTo = { id: "1", sender: "user", preview: "Hello?", deleted: false } as const;
    createDrafts(storage, "ada").change("a", (draft) => ({ ...draft, text: "Yes", replyTo }));
    const reloaded = createDrafts(storage, "ada");
    expect(reloaded.get("a")).toEqual({ text: "Yes", uploads: [], replyTo });
    reloaded.change("a", () => emptyDraft);
    expect(Object.keys(storage)).toEqual([]);
    storage.setItem("chask.console.draft.ada.a", "{broken");
    expect(createDrafts(storage, "ada").get("a")).toBe(emptyDraft);
  });

  test("that is put back stands before what was begun since, and is told", () => {
    const drafts = createDrafts(undefined, "ada");
    const told: string[] = [];
    drafts.onAsk("a", () => told.push("a"));
    drafts.onAsk("b", () => told.push("b"));
    drafts.change("a", (draft) => ({ ...draft, text: "Second" }));
    drafts.restore("a", { text: "First", uploads: [upload({ kind: "ready", attachment })] });
    expect(drafts.get("a").text).toBe("First\nSecond");
    expect(drafts.get("a").uploads).toHaveLength(1);
    expect(told).toEqual(["a"]);
  });

  test("that is put back is told to who comes only then, once", () => {
    const drafts = createDrafts(undefined, "ada");
    const told: string[] = [];
    drafts.restore("a", { text: "First", uploads: [] });
    drafts.onAsk("b", () => told.push("b"));
    drafts.onAsk("a", () => told.push("a"));
    drafts.onAsk("a", () => told.push("late"));
    expect(told).toEqual(["a"]);
  });

  test("is forgotten everywhere when it is sent or the agent signs out", () => {
    const storage = newStorage();
    const drafts = createDrafts(storage, "ada");
    drafts.change("a", (draft) => ({ ...draft, text: "Hello" }));
    drafts.change("b", (draft) => ({ ...draft, text: "Hi" }));
    drafts.change("a", () => emptyDraft);
    drafts.clear();
    drafts.change("b", (draft) => ({ ...draft, text: "An upload ends" }));
    expect(Object.keys(storage)).toEqual([]);
  });

  test("tells its listeners of each change until they leave", () => {
    const drafts = createDrafts(undefined, "ada");
    let told = 0;
    const leave = drafts.subscribe(() => {
      told++;
    });
    drafts.change("a", (draft) => ({ ...draft, text: "H" }));
    leave();
    drafts.change("a", (draft) => ({ ...draft, text: "He" }));
    expect(told).toBe(1);
  });
});

/// Two tabs of one agent; what one keeps the other is told, as the browser does.
function twoTabs(clock: { now: number }): readonly [Drafts, Drafts] {
  const storage = newStorage();
  const tabs: Drafts[] = [];
  const tell = (from: number, key: string): void => {
    const kept = storage.getItem(key);
    tabs.forEach((tab, at) => (at === from ? undefined : tab.follow(key, kept)));
  };
  const storageOf = (from: number): Storage =>
    Object.create({
      getItem: (key: string) => storage.getItem(key),
      setItem: (key: string, value: string) => {
        storage.setItem(key, value);
        tell(from, key);
      },
      removeItem: (key: string) => {
        storage.removeItem(key);
        tell(from, key);
      },
    });
  const [one, other] = [0, 1].map((at) => createDrafts(storageOf(at), "ada", () => clock.now));
  if (one === undefined || other === undefined) {
    throw new Error("two tabs were made");
  }
  tabs.push(one, other);
  return [one, other];
}

describe("a draft in two tabs", () => {
  test("is the same in both, and is gone from both when it is sent", () => {
    const clock = { now: 10_000 };
    const [one, other] = twoTabs(clock);
    one.change("a", (draft) => ({ ...draft, text: "Hello" }));
    expect(other.get("a").text).toBe("Hello");
    clock.now += 5_000;
    other.change("a", (draft) => ({ ...draft, text: "Hello!" }));
    expect(one.get("a").text).toBe("Hello!");
    clock.now += 5_000;
    one.change("a", () => emptyDraft);
    expect(other.get("a").text).toBe("");
  });

  test("stays as it is where it is being typed", () => {
    const clock = { now: 10_000 };
    const [one, other] = twoTabs(clock);
    one.change("a", (draft) => ({ ...draft, text: "From here" }));
    other.change("a", (draft) => ({ ...draft, text: "From there" }));
    expect(one.get("a").text).toBe("From here");
    expect(other.get("a").text).toBe("From there");
  });

  test("keeps what only one tab has: its edit, its running uploads, and for whom it writes", () => {
    const [one, other] = twoTabs({ now: 10_000 });
    const running = upload({ kind: "uploading", progress: 0.5 });
    const editing = { messageId: "1", text: "Better" };
    one.change("a", (draft) => ({ ...draft, uploads: [running], editing }));
    chooseNote(one, "a", true);
    other.change("a", (draft) => ({ ...draft, text: "Hello" }));
    other.change(noteKey("a"), (draft) => ({ ...draft, text: "Look" }));
    expect(one.get("a")).toEqual({ text: "Hello", uploads: [running], editing });
    expect(one.get(noteKey("a"))).toEqual({ text: "Look", uploads: [], chosen: true });
  });

  test("of another agent or of another kind is none of its business", () => {
    const drafts = createDrafts(newStorage(), "ada");
    drafts.follow("chask.console.draft.lin.a", '{"at":1,"text":"Hello","files":[]}');
    drafts.follow("chask.console.preferences", "{}");
    drafts.follow(null, null);
    expect(drafts.get("a")).toBe(emptyDraft);
  });
});

describe("what is kept", () => {
  test("is forgotten after thirty days without a touch", () => {
    const storage = newStorage();
    const day = 24 * 3_600_000;
    createDrafts(storage, "ada", () => 0).change("a", (draft) => ({ ...draft, text: "Old" }));
    createDrafts(storage, "lin", () => 0).change("a", (draft) => ({ ...draft, text: "Old" }));
    createDrafts(storage, "ada", () => 9 * day).change("b", (draft) => ({ ...draft, text: "Newer" }));
    const later = createDrafts(storage, "ada", () => 31 * day);
    expect(later.get("a").text).toBe("");
    expect(later.get("b").text).toBe("Newer");
    expect(Object.keys(storage)).toHaveLength(1);
  });

  test("is at most a million characters, the newest first", () => {
    const storage = newStorage();
    for (let time = 0; time < 12; time++) {
      createDrafts(storage, "ada", () => time).change(`${time}`, (draft) => ({
        ...draft,
        text: "a".repeat(100_000),
      }));
    }
    const reloaded = createDrafts(storage, "ada", () => 12);
    expect(Object.keys(storage)).toHaveLength(9);
    expect(reloaded.get("11").text).toHaveLength(100_000);
    expect(reloaded.get("0").text).toBe("");
  });

  test("is nothing where the storage refuses, and the draft lives on", () => {
    const full: Storage = Object.create({
      getItem: () => null,
      setItem: () => {
        throw new Error("full");
      },
    });
    const drafts = createDrafts(full, "ada");
    drafts.change("a", (draft) => ({ ...draft, text: "Hello" }));
    expect(drafts.get("a").text).toBe("Hello");
  });
});

describe("a note", () => {
  test("is still chosen after a reload, with the id it was tried under", () => {
    const storage = newStorage();
    const drafts = createDrafts(storage, "ada");
    const tried = { id: "1", content: "Secret" };
    chooseNote(drafts, "a", true);
    drafts.change(noteKey("a"), (draft) => ({ ...draft, text: "Secret", tried }));
    const reloaded = createDrafts(storage, "ada");
    expect(isNote(reloaded, "a")).toBe(true);
    expect(reloaded.get(noteKey("a")).tried).toEqual(tried);
    expect(reloaded.get("a").text).toBe("");
    chooseNote(reloaded, "a", false);
    expect(isNote(createDrafts(storage, "ada"), "a")).toBe(false);
  });

  test("is left when an answer or an edit begins, which is for the visitor", () => {
    const drafts = createDrafts(undefined, "ada");
    chooseNote(drafts, "a", true);
    takeUp(drafts, "a", (draft) => ({ ...draft, editing: { messageId: "1", text: "Hi" } }));
    expect(isNote(drafts, "a")).toBe(false);
    expect(drafts.get("a").editing?.text).toBe("Hi");
  });
});

describe("a draft may be sent", () => {
  test("with a text or a file, not with blanks alone", () => {
    expect(readiness({ text: "Hi", uploads: [] })).toBe("ready");
    expect(readiness({ text: " \n", uploads: [] })).toBe("empty");
    expect(readiness({ text: "", uploads: [upload({ kind: "ready", attachment })] })).toBe("ready");
  });

  test("only when each of its files has arrived", () => {
    expect(readiness({ text: "Hi", uploads: [upload({ kind: "uploading", progress: 0.5 })] })).toBe(
      "uploading",
    );
    const failed = upload({ kind: "failed", code: "SEND_ERROR", reason: "FILE_EMPTY" });
    expect(readiness({ text: "Hi", uploads: [failed] })).toBe("failedUpload");
  });

  test("with up to 10,000 characters, an emoji counted as one", () => {
    expect(codePoints("a👋é")).toBe(3);
    expect(readiness({ text: "👋".repeat(10_000), uploads: [] })).toBe("ready");
    expect(readiness({ text: "a".repeat(10_001), uploads: [] })).toBe("tooLong");
  });
});
