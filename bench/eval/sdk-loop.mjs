// node sdk-loop.mjs <url> <cases> <at a time> <file with the first case's requests> <json or stream>
import assert from "node:assert/strict";
import process from "node:process";
import { agentLoop } from "./agent-loop.mjs";

const [, , url, cases, concurrency, requests, kind] = process.argv;
const loop = agentLoop({ url, requests, kind });

let next = 0;
async function worker() {
  while (next < Number(cases)) {
    const index = next;
    next += 1;
    const { calls } = await loop.play(index);
    assert.equal(calls.length, 1);
    assert.match(calls[0].input.glql_yaml, /Issue/);
    const { verdict } = await loop.judge(index);
    assert.equal(verdict, "met");
  }
}
await Promise.all(Array.from({ length: Number(concurrency) }, worker));
