// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// Where a page gets its data: inside KNIME by messages to the frame around it, otherwise from the runner by HTTP.

export interface ViewService {
  /** What the page begins with. */
  initial(): Promise<unknown>;
  /** Asks the node a question. */
  call(method: string, params: unknown[]): Promise<unknown>;
}

/** One sentence for the user. */
export class Trouble extends Error {}

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sentence(value: unknown, otherwise: string): string {
  if (typeof value === "string") {
    return value;
  }
  if (isFields(value) && typeof value["message"] === "string") {
    return value["message"];
  }
  return otherwise;
}

/**
 * Takes an answer out of its wrappings: JSON text in JSON text, {result: …}, JSON-RPC.
 * An answer that tells of a trouble is thrown as its sentence.
 */
export function unwrap(answer: unknown): unknown {
  let value = answer;
  for (;;) {
    if (typeof value === "string") {
      value = JSON.parse(value);
      continue;
    }
    if (!isFields(value)) {
      return value;
    }
    for (const key of ["userError", "internalError", "error"]) {
      if (value[key] !== undefined && value[key] !== null) {
        throw new Trouble(sentence(value[key], "The node could not answer; KNIME's log says why."));
      }
    }
    if ("result" in value && Object.keys(value).every((k) => WRAPPING.has(k))) {
      value = value["result"];
      continue;
    }
    return value;
  }
}

const WRAPPING = new Set(["result", "jsonrpc", "id", "error", "userError", "internalError", "warningMessages"]);

/** The runner, which serves the page and its data at the same address. */
export class RunnerService implements ViewService {
  async initial(): Promise<unknown> {
    return unwrap(await this.fetched("initial"));
  }

  async call(method: string, params: unknown[]): Promise<unknown> {
    return unwrap(
      await this.fetched("call", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ method, params }),
      }),
    );
  }

  private async fetched(path: string, request?: RequestInit): Promise<unknown> {
    let answer: Response;
    try {
      answer = await fetch(path, request);
    } catch {
      throw new Trouble("The runner does not answer any more; start it again with --view.");
    }
    try {
      return await answer.json();
    } catch {
      throw new Trouble(`The runner answered ${answer.status} ${answer.statusText}, expected JSON.`);
    }
  }
}

const LONGEST_CONFIG_WAIT = 2_000;
const LONGEST_WAIT = 120_000;

/** KNIME, which shows the page in a frame and exchanges messages with it. */
export class KnimeService implements ViewService {
  private readonly waiting = new Map<string, (payload: unknown) => void>();
  private config: Fields = {};
  private next = 1;

  constructor(
    private readonly own: Window,
    private readonly frame: Pick<Window, "postMessage">,
  ) {
    own.addEventListener("message", (event: MessageEvent) => {
      if (event.source !== this.frame || !isFields(event.data) || event.data["type"] !== "UIExtensionResponse") {
        return;
      }
      const id = String(event.data["requestId"]);
      this.waiting.get(id)?.(event.data["payload"]);
      this.waiting.delete(id);
    });
  }

  /** Whether the frame is KNIME's. */
  async isThere(): Promise<boolean> {
    try {
      const config = await this.request("getConfig", [], LONGEST_CONFIG_WAIT);
      this.config = isFields(config) ? config : {};
      this.frame.postMessage({ type: "UIExtensionReady" }, "*");
      return isFields(config);
    } catch {
      return false;
    }
  }

  async initial(): Promise<unknown> {
    const given = this.config["initialData"];
    return unwrap(given ?? (await this.ask("initial_data", "")));
  }

  async call(method: string, params: unknown[]): Promise<unknown> {
    return unwrap(await this.ask("data", JSON.stringify({ jsonrpc: "2.0", id: this.next, method, params })));
  }

  private ask(serviceType: string, dataServiceRequest: string): Promise<unknown> {
    const { projectId, workflowId, nodeId } = this.config;
    const question = { projectId, workflowId, nodeId, extensionType: "view", serviceType, dataServiceRequest };
    return this.request("callNodeDataService", [question], LONGEST_WAIT);
  }

  private request(method: string, params: unknown[], longest: number): Promise<unknown> {
    const requestId = `epattern-${this.next++}`;
    return new Promise((resolve, reject) => {
      const timer = this.own.setTimeout(() => {
        this.waiting.delete(requestId);
        reject(new Trouble(`KNIME did not answer within ${longest / 1000} s; its log may say why.`));
      }, longest);
      this.waiting.set(requestId, (payload) => {
        this.own.clearTimeout(timer);
        resolve(payload);
      });
      this.frame.postMessage({ type: "UIExtensionRequest", requestId, payload: { method, params } }, "*");
    });
  }
}

/** Finds out who shows the page. */
export async function connect(): Promise<ViewService> {
  if (window.parent !== window) {
    const knime = new KnimeService(window, window.parent);
    if (await knime.isThere()) {
      return knime;
    }
  }
  return new RunnerService();
}

/** Asks again and again, one question at a time: of those that came meanwhile only the newest is asked. */
export class Newest<Q, A> {
  private waiting: Q | undefined;
  private busy = false;

  constructor(
    private readonly ask: (question: Q) => Promise<A>,
    private readonly show: (answer: A, question: Q) => void,
    private readonly fail: (trouble: unknown) => void,
  ) {}

  async put(question: Q): Promise<void> {
    this.waiting = question;
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      while (this.waiting !== undefined) {
        const asked: Q = this.waiting;
        this.waiting = undefined;
        try {
          this.show(await this.ask(asked), asked);
        } catch (trouble) {
          this.fail(trouble);
        }
      }
    } finally {
      this.busy = false;
    }
  }
}
