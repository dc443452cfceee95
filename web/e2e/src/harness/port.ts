import { once } from "node:events";
import { createServer } from "node:net";

const first = 20_000;
const end = 32_000;

/**
 * A port that is free. Below those that systems give to whoever asks for any, so that nobody is given it before the server
 * has taken it.
 */
export async function freePort(): Promise<number> {
  const start = first + Math.floor(Math.random() * (end - first));
  for (let port = start; port < end; port++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    if (await isFree(port)) {
      return port;
    }
  }
  throw new Error(`no port from ${start} to ${end} is free`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch {
    return false;
  }
  server.close();
  await once(server, "close");
  return true;
}
