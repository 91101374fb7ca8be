import type { CassetteSetup, CassetteTrial } from "./cassette.ts";

/** What stands in a prompt for the mark of the session, so that all trials share the prompt. */
const placeholder = "{{ session }}";
/** Prompts fence off what is policy with tags that end in a mark of the session. */
const markInTag = /<[a-z_]+_([0-9a-f]{16})>/;

/** The mark of a trial's session; undefined where its prompts have none, or nobody could put it back. */
export function sessionMark({ calls }: CassetteTrial): string | undefined {
  const texts = calls.flatMap(({ setup }) => setup.system.map(({ text }) => text));
  if (texts.some((text) => text.includes(placeholder))) return undefined;
  return texts.map((text) => markInTag.exec(text)?.[1]).find((mark) => mark !== undefined);
}

/** A setup as all trials share it. */
export function withoutMark(setup: CassetteSetup, mark: string | undefined): CassetteSetup {
  return mark === undefined ? setup : replaced(setup, mark, placeholder);
}

/** A setup as the session of one trial had it. */
export function withMark(setup: CassetteSetup, mark: string | undefined): CassetteSetup {
  return mark === undefined ? setup : replaced(setup, placeholder, mark);
}

function replaced(setup: CassetteSetup, from: string, to: string): CassetteSetup {
  const system = setup.system.map((block) => {
    return { ...block, text: block.text.replaceAll(from, () => to) };
  });
  return { ...setup, system };
}
