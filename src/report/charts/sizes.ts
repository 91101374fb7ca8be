/** Pixels, as drawn: a chart fills a phone and is little larger elsewhere, so that its text can be read. */
export const chartWidth = 340;
export const fontSize = 12;

/** A row of a chart: its words on a line, what it shows below them. */
export const rowHeight = 46;
export const markAt = 30;

/** Room for half a tick's text on each side, and for the axis with its label at the foot. */
export const frame = { marginTop: 2, marginLeft: 18, marginRight: 18, marginBottom: 34 } as const;

/** More rows than this nobody reads as a picture. */
export const maxRows = 40;
