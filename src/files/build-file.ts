// What says of which libraries a project is made, and what it says of one.

export interface Coordinates {
  readonly group: string;
  readonly artifact: string;
  /** `null` where no file says it. */
  readonly version: string | null;
}

export interface BuildFile {
  readonly path: string;
  readonly text: string;
}
