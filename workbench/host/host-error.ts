/** An error that travels to the add-in as Excel's own do: with a code it can act on. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "HostError";
  }
}

/** A member of the object model that this host does not have; the message names it. */
export function apiNotFound(member: string): HostError {
  return new HostError("ApiNotFound", `The workbench does not support ${member}.`);
}

export function itemNotFound(): HostError {
  return new HostError("ItemNotFound", "The requested resource doesn't exist.");
}

export function invalidArgument(what: string): HostError {
  return new HostError("InvalidArgument", `The argument is invalid or missing or has an incorrect format: ${what}.`);
}
