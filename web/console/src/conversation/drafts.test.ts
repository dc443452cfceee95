import { describe, expect, test } from "vitest";
import { codePoints, createDrafts, emptyDraft, readiness, type Upload, type UploadState } from "./drafts";

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

  test("outlives a reload, for the same agent only", () => {
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

  test("that is put back stands before what was begun since, and is told", () => {
    const drafts = createDrafts(undefined, "ada");
    const told: string[] = [];
    drafts.onRestore((conversation) => told.push(conversation));
    drafts.change("a", (draft) => ({ ...draft, text: "Second" }));
    drafts.restore("a", { text: "First", uploads: [upload({ kind: "ready", attachment })] });
    expect(drafts.get("a").text).toBe("First\nSecond");
    expect(drafts.get("a").uploads).toHaveLength(1);
    expect(told).toEqual(["a"]);
  });

  test("is forgotten everywhere when it is sent or the agent signs out", () => {
    const storage = newStorage();
    const drafts = createDrafts(storage, "ada");
    drafts.change("a", (draft) => ({ ...draft, text: "Hello" }));
    drafts.change("b", (draft) => ({ ...draft, text: "Hi" }));
    drafts.change("a", () => emptyDraft);
    drafts.clear();
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
