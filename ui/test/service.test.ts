// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { KnimeService, Newest, unwrap } from "../src/service";

/** KNIME's side of the conversation: answers what the page asks. */
function frame(answer: (method: string, question: Record<string, string>) => unknown) {
  const listeners: ((event: unknown) => void)[] = [];
  const asked: string[] = [];
  const parent = {
    postMessage(message: { type: string; requestId: string; payload: { method: string; params: never[] } }) {
      if (message.type !== "UIExtensionRequest") {
        asked.push(message.type);
        return;
      }
      asked.push(message.payload.method);
      const payload = answer(message.payload.method, message.payload.params[0] ?? {});
      const data = { type: "UIExtensionResponse", requestId: message.requestId, payload };
      queueMicrotask(() => {
        listeners.forEach((l) => l({ source: "a stranger", data: { ...data, payload: "a lie" } }));
        listeners.forEach((l) => l({ source: parent, data }));
      });
    },
  };
  const own = {
    addEventListener: (_: string, listener: (event: unknown) => void) => listeners.push(listener),
    setTimeout,
    clearTimeout,
  };
  return { service: new KnimeService(own as never, parent as never), asked };
}

describe("answers", () => {
  it("are taken out of all their wrappings", () => {
    const rpc = JSON.stringify({ jsonrpc: "2.0", id: 1, result: { spots: [1] } });
    expect(unwrap({ result: rpc })).toEqual({ spots: [1] });
    expect(unwrap(JSON.stringify({ result: { view: "maps" } }))).toEqual({ view: "maps" });
  });

  it("that tell of a trouble become its sentence", () => {
    expect(() => unwrap({ result: { error: "The file is gone." } })).toThrow("The file is gone.");
    expect(() => unwrap({ result: '{"jsonrpc":"2.0","id":1,"error":{"code":-32001,"message":"No."}}' })).toThrow("No.");
    expect(() => unwrap({ internalError: { message: "Bug." } })).toThrow("Bug.");
  });
});

describe("KNIME", () => {
  it("is asked for the first data and for patterns in its own way", async () => {
    const { service, asked } = frame((method, q) => {
      if (method === "getConfig") {
        return { projectId: "p", workflowId: "root", nodeId: "root:3", initialData: '{"result":{"view":"navigator"}}' };
      }
      expect(q).toMatchObject({ projectId: "p", workflowId: "root", nodeId: "root:3", serviceType: "data" });
      const { method: name, params } = JSON.parse(q["dataServiceRequest"]!);
      return { result: JSON.stringify({ jsonrpc: "2.0", id: 1, result: { asked: `${name} ${params}` } }) };
    });
    expect(await service.isThere()).toBe(true);
    expect(await service.initial()).toEqual({ view: "navigator" });
    expect(await service.call("pattern", [3, 4])).toEqual({ asked: "pattern 3,4" });
    expect(asked).toEqual(["getConfig", "UIExtensionReady", "callNodeDataService"]);
  });

  it("is asked for the first data where it did not send them along", async () => {
    const { service } = frame((method, q) =>
      method === "getConfig" ? { nodeId: "root:3" } : { result: { view: q["serviceType"] } },
    );
    await service.isThere();
    expect(await service.initial()).toEqual({ view: "initial_data" });
  });
});

describe("questions", () => {
  it("that came while another was answered are left out but for the newest", async () => {
    const asked: number[] = [];
    const shown: number[] = [];
    const newest = new Newest<number, number>(
      async (q) => {
        asked.push(q);
        await Promise.resolve();
        return 10 * q;
      },
      (a) => shown.push(a),
      (t) => {
        throw t;
      },
    );
    const done = newest.put(1);
    void newest.put(2);
    void newest.put(3);
    await done;
    expect(asked).toEqual([1, 3]);
    expect(shown).toEqual([10, 30]);
  });

  it("that fail do not end the conversation", async () => {
    const told: unknown[] = [];
    const newest = new Newest<number, number>(
      (q) => (q === 1 ? Promise.reject(new Error("gone")) : Promise.resolve(q)),
      (a) => told.push(a),
      (t) => told.push((t as Error).message),
    );
    await newest.put(1);
    await newest.put(2);
    expect(told).toEqual(["gone", 2]);
  });
});
