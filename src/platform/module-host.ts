import process from "node:process";

// A process of its own for one module: what comes on standard input goes to its `answer`, and what that
// says to standard output.
const [, , address = ""] = process.argv;
const { answer }: { answer: (input: string) => Promise<string> } = await import(address);
const chunks: Uint8Array[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
process.stdout.write(await answer(Buffer.concat(chunks).toString("utf8")));
