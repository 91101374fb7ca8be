/** Of a note, in characters. */
export const maxNoteLength: number = 1_000_000;
