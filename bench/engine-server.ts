import process from "node:process";
import { parseScript } from "../src/model/index.ts";
import { createLlmSimulator, serve } from "../src/simulators/index.ts";
import { answerCommands } from "./engine/protocol.ts";
import { scriptText } from "./engine/workload.ts";

/** The simulator in a process of its own, so that its work is nobody else's. */
let bytes: number[] = [];
const simulator = createLlmSimulator({ script: await parseScript(scriptText, "bench.script.yml") });
const { url } = await serve(
  (request) => {
    bytes.push(Number(request.headers.get("content-length")));
    return simulator(request);
  },
  { port: 0 },
);
answerCommands({
  bytes() {
    const seen = bytes;
    bytes = [];
    return seen;
  },
});
process.send?.({ url });
