import { type Result, fail, ok } from "../engine";

/** A form in which requests and answers are written. */
export interface Format {
  /** As a connection names it. */
  readonly word: string;
  /** What Content-Type calls it; the first is what requests say. */
  readonly mediaTypes: readonly [string, ...string[]];
  write(content: object): string;
  /** What a text says, or a sentence why it cannot be read. */
  read(text: string): Result<unknown, string>;
  /** Whether a text that should be in this form is a web page: some other server answered. */
  isPage(text: string): boolean;
}

/** What most systems speak, and nothing else. */
export const json: Format = {
  word: "json",
  mediaTypes: ["application/json"],
  write: (content) => JSON.stringify(content),
  read: (text) => {
    try {
      return ok(JSON.parse(text) as unknown);
    } catch {
      return fail("it is no whole JSON.");
    }
  },
  isPage: (text) => text.trimStart().startsWith("<"),
};

/** The forms that a system speaks, its usual one first. */
export type Formats = readonly [Format, ...Format[]];

/** The form that a connection has chosen; the usual one where it chose none that the system has. */
export function chosenFormat(formats: Formats, word: string | undefined): Format {
  return formats.find((format) => format.word === word) ?? formats[0];
}

/** The form that an answer says it has; the chosen one where it says nothing that is known. */
export function answeredFormat(formats: Formats, contentType: string | null, chosen: Format): Format {
  const mediaType = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return formats.find(({ mediaTypes }) => mediaTypes.includes(mediaType)) ?? chosen;
}
