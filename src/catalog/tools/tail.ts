/** The end of what a program writes, in bounded memory. */
export interface Tail {
  add(chunk: Uint8Array): void;
  text(): string;
}

const maxBytes = 4000;

export function createTail(): Tail {
  let kept: Uint8Array = new Uint8Array();
  return {
    add(chunk) {
      const joined = new Uint8Array([...kept, ...chunk.subarray(-maxBytes)]);
      kept = joined.subarray(-maxBytes);
    },
    text: () => new TextDecoder().decode(kept).trim(),
  };
}
