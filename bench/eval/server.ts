import process from "node:process";
import { parseScript } from "../../src/model/index.ts";
import { createLlmSimulator, serve } from "../../src/simulators/index.ts";
import { answerCommands } from "../engine/protocol.ts";
import { scriptText } from "./workload.ts";

/** The simulator in a process of its own; it keeps the first bodies and counts what it is asked. */
const kept = 3;
let requests = 0;
let bodies: unknown[] = [];
const simulator = createLlmSimulator({ script: await parseScript(scriptText, "bench.script.yml") });
const { url } = await serve(
  async (request) => {
    requests += 1;
    if (bodies.length < kept) bodies.push(await request.clone().json());
    return simulator(request);
  },
  { port: 0 },
);
answerCommands({
  body: () => {
    const first = bodies;
    bodies = [];
    return { bodies: first };
  },
  bytes: () => {
    const seen = requests;
    requests = 0;
    return [seen];
  },
});
process.send?.({ url });
