// The formats that a report can be printed in.

export const FORMATS = ['terminal', 'markdown', 'json'] as const;
/** Of reports that have a row for each method and contender. */
export const TABLE_FORMATS = [...FORMATS, 'csv'] as const;
export type Format = (typeof TABLE_FORMATS)[number];
